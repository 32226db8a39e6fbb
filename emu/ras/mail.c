/* SPDX-License-Identifier: MIT */
#include "ras/mail.h"

#include <stdlib.h>

static bool grow(struct mail *mail)
{
    uint32_t capacity = mail->capacity ? mail->capacity * 2 : 16;
    struct letter *letters = realloc(mail->letters, capacity * sizeof *letters);
    if (!letters)
        return false;
    mail->letters = letters;
    mail->capacity = capacity;
    return true;
}

/* The place + 1 of a letter of no list; 0 when memory ran out */
static uint32_t new_place(struct mail *mail)
{
    uint32_t place = mail->free;
    if (place) {
        mail->free = mail->letters[place - 1].next;
        return place;
    }
    return mail->count < mail->capacity || grow(mail) ? ++mail->count : 0;
}

bool mail_add(struct mail *mail, struct letters *list, const struct letter *letter)
{
    uint32_t place = new_place(mail);
    if (!place)
        return false;
    mail->letters[place - 1] = *letter;
    mail->letters[place - 1].next = 0;
    *(list->last ? &mail->letters[list->last - 1].next : &list->first) = place;
    list->last = place;
    return true;
}

bool mail_take(struct mail *mail, struct letters *list, struct letter *letter)
{
    uint32_t place = list->first;
    if (!place)
        return false;
    *letter = mail->letters[place - 1];
    list->first = letter->next;
    if (!list->first)
        list->last = 0;
    mail->letters[place - 1].next = mail->free;
    mail->free = place;
    return true;
}

void mail_move(struct mail *mail, struct letters *from, struct letters *to)
{
    if (!from->first)
        return;
    *(to->last ? &mail->letters[to->last - 1].next : &to->first) = from->first;
    to->last = from->last;
    *from = (struct letters){0};
}

void mail_close(struct mail *mail)
{
    free(mail->letters);
    *mail = (struct mail){0};
}
