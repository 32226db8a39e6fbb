/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "host/launch.h"

#include "runtime/registry.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

/* What a worker of this system finds: its end of the channel, and the page if there is one */
enum { WORKER_CHANNEL = 3, WORKER_PAGE = 4, WORDS_MOST = 32, WRAP_MOST = 1024, PATH_SIZE = 64 };

extern char **environ;

/* The descriptors of both ends; -1: not there */
struct files {
    int channel[2], captures[STREAM_DEBUG], page;
    int answers[2], life[2]; /* under Wine: a pipe from the worker, one that only closes */
};

static void close_file(int file)
{
    if (file >= 0)
        close(file);
}

static void close_files(const struct files *files)
{
    for (int i = 0; i < 2; i++) {
        close_file(files->channel[i]);
        close_file(files->answers[i]);
        close_file(files->life[i]);
    }
    for (int i = 0; i < STREAM_DEBUG; i++)
        close_file(files->captures[i]);
    close_file(files->page);
}

/* A file in memory of a size that stays */
static int open_memory(size_t size)
{
    int file = memfd_create("rrasemu", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    if (file >= 0 &&
        (ftruncate(file, (off_t)size) != 0 || fcntl(file, F_ADD_SEALS, F_SEAL_GROW | F_SEAL_SHRINK) != 0)) {
        close(file);
        file = -1;
    }
    return file;
}

/* Out of the way of what a worker is given, should this process lack a standard stream */
static bool move_away(int *file)
{
    if (*file < 0 || *file > WORKER_PAGE)
        return true;
    int moved = fcntl(*file, F_DUPFD_CLOEXEC, WORKER_PAGE + 1);
    close(*file);
    *file = moved;
    return moved >= 0;
}

static bool move_files(struct files *files)
{
    bool fine = move_away(&files->page);
    for (int i = 0; i < 2; i++)
        fine = move_away(&files->channel[i]) && move_away(&files->answers[i]) && move_away(&files->life[i]) && fine;
    for (int i = 0; i < STREAM_DEBUG; i++)
        fine = move_away(&files->captures[i]) && fine;
    return fine;
}

static bool open_files(struct files *files, const struct launch_options *options)
{
    *files = (struct files){{-1, -1}, {-1, -1}, -1, {-1, -1}, {-1, -1}};
    bool fine = socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, files->channel) == 0;
    for (int i = 0; fine && i < STREAM_DEBUG; i++)
        fine = (files->captures[i] = open_memory(LAUNCH_CAPTURE_SIZE)) >= 0;
    if (fine && options->page)
        fine = (files->page = open_memory(sizeof(struct page))) >= 0;
    if (fine && options->wine)
        fine = pipe2(files->answers, O_CLOEXEC) == 0 && pipe2(files->life, O_CLOEXEC) == 0;
    fine = fine && move_files(files);
    if (!fine)
        close_files(files);
    return fine;
}

/* --- the command --- */

struct command {
    char *words[WORDS_MOST + 1];
    size_t count;
    char wrap[WRAP_MOST];
    char paths[5][PATH_SIZE];
};

static void add_word(struct command *command, const char *word)
{
    if (command->count < WORDS_MOST)
        command->words[command->count++] = (char *)word;
}

/* A descriptor of ours, as a program under Wine can open it */
static void add_path(struct command *command, size_t index, int file)
{
    snprintf(command->paths[index], PATH_SIZE, "\\\\?\\unix\\proc\\%d\\fd\\%d", (int)getpid(), file);
    add_word(command, command->paths[index]);
}

/* %n is the number of the process, so that two debuggers do not share a port or a file. */
static void copy_wrap(char copy[WRAP_MOST], const char *wrap, int number)
{
    size_t length = 0;
    for (; *wrap && length < WRAP_MOST - 1; wrap++) {
        bool numbered = wrap[0] == '%' && wrap[1] == 'n';
        copy[length++] = numbered ? (char)('0' + number) : *wrap;
        wrap += numbered;
    }
    copy[length] = '\0';
}

static void make_command(struct command *command, const struct launch_options *options, const struct files *files)
{
    char *rest = NULL;
    *command = (struct command){0};
    copy_wrap(command->wrap, options->wrap ? options->wrap : "", options->number);
    for (char *word = strtok_r(command->wrap, " ", &rest); word && command->count < WORDS_MOST - 7;
         word = strtok_r(NULL, " ", &rest))
        add_word(command, word);
    if (options->wine) {
        add_word(command, options->wine->program);
        add_word(command, options->wine->worker);
        add_path(command, 0, files->answers[1]);
        add_path(command, 1, files->life[0]);
        add_path(command, 2, files->captures[STREAM_OUT]);
        add_path(command, 3, files->captures[STREAM_ERR]);
        if (options->page)
            add_path(command, 4, files->page);
    } else {
        add_word(command, options->program);
        add_word(command, "3"); /* WORKER_CHANNEL */
        if (options->page)
            add_word(command, "4"); /* WORKER_PAGE */
    }
}

/* --- the process --- */

static void add_descriptors(posix_spawn_file_actions_t *actions, const struct launch_options *options,
                            const struct files *files)
{
    if (options->wine)
        posix_spawn_file_actions_adddup2(actions, files->channel[1], STDIN_FILENO);
    else
        posix_spawn_file_actions_addopen(actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(actions, files->captures[STREAM_OUT], STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(actions, files->captures[STREAM_ERR], STDERR_FILENO);
    if (options->wine)
        return;
    posix_spawn_file_actions_adddup2(actions, files->channel[1], WORKER_CHANNEL);
    if (options->page)
        posix_spawn_file_actions_adddup2(actions, files->page, WORKER_PAGE);
}

static int spawn(pid_t *pid, const struct launch_options *options, const struct files *files)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t defaults;
    struct command command;
    make_command(&command, options, files);
    /* what an interrupt means is for the emulator to decide */
    sigfillset(&defaults);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigdefault(&attributes, &defaults);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    posix_spawn_file_actions_init(&actions);
    add_descriptors(&actions, options, files);
#ifdef HAVE_POSIX_SPAWN_FILE_ACTIONS_ADDCLOSEFROM_NP
    /* what this process inherited itself, as from make, is not for DLLs */
    posix_spawn_file_actions_addclosefrom_np(&actions, options->wine ? WORKER_CHANNEL : WORKER_PAGE + 1);
#endif
    int failed = posix_spawnp(pid, command.words[0], &actions, &attributes, command.words,
                              options->wine ? options->wine->environment : environ);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return failed;
}

/* Takes over this end of what was opened */
static bool take_files(struct launched *launched, const struct files *files, bool wine)
{
    int input = wine ? files->answers[0] : files->channel[0];
    close(files->channel[1]);
    launched->open = true;
    launched->channel = (struct channel){.input = input, .output = files->channel[0]};
    fcntl(files->channel[0], F_SETFL, O_NONBLOCK);
    fcntl(input, F_SETFL, O_NONBLOCK);
    for (int i = 0; i < STREAM_DEBUG; i++)
        launched->captures[i] = files->captures[i];
    const int kept[] = {files->page, files->answers[1], files->life[0]};
    memcpy(launched->kept, kept, sizeof kept);
    launched->life = files->life[1];
    if (files->page < 0)
        return true;
    void *page = mmap(NULL, sizeof(struct page), PROT_READ | PROT_WRITE, MAP_SHARED, files->page, 0);
    if (page == MAP_FAILED)
        return false;
    launched->page = page;
    launched->channel.in = &launched->page->to_emulator;
    launched->channel.out = &launched->page->to_worker;
    return true;
}

bool launch(struct launched *launched, const struct launch_options *options, struct error *error)
{
    struct files files;
    *launched = (struct launched){0};
    if (!open_files(&files, options))
        return error_set(error, FAILURE_INTERNAL, "no worker can be started: %s", strerror(errno));
    int failed = spawn(&launched->pid, options, &files);
    if (failed) {
        launched->pid = 0;
        close_files(&files);
        const char *program = options->wine ? options->wine->program : options->program;
        return error_set(error, options->wrap ? FAILURE_USAGE : FAILURE_INTERNAL, "%s: no worker can be started: %s",
                         options->wrap ? options->wrap : program, strerror(failed));
    }
    if (take_files(launched, &files, options->wine != NULL))
        return true;
    kill(launched->pid, SIGKILL);
    launch_close(launched);
    return error_set(error, FAILURE_INTERNAL, "no worker can be spoken to: %s", strerror(errno));
}

void launch_close(struct launched *launched)
{
    if (!launched->open)
        return;
    if (launched->channel.input != launched->channel.output)
        close(launched->channel.input);
    close(launched->channel.output);
    for (int i = 0; i < STREAM_DEBUG; i++)
        close_file(launched->captures[i]);
    close_file(launched->life);
    for (size_t i = 0; i < sizeof launched->kept / sizeof *launched->kept; i++)
        close_file(launched->kept[i]);
    if (launched->page)
        munmap(launched->page, sizeof(struct page));
    rras_registry_break();
    *launched = (struct launched){0};
}
