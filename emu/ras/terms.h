/* SPDX-License-Identifier: MIT */
/**
 * @file terms.h
 * What both ends of a link agree on: how the user is authenticated, how the link is encrypted and
 * compressed. Callouts see it in PPP_LCP_INFO, PPP_CCP_INFO and the projections.
 */
#ifndef RRASEMU_RAS_TERMS_H
#define RRASEMU_RAS_TERMS_H

#include <stdbool.h>
#include <stdint.h>

/** How a user is authenticated. */
enum protocol {
    PROTOCOL_DEFAULT, /**< as is usual for the tunnel type */
    PROTOCOL_PAP,
    PROTOCOL_SPAP,
    PROTOCOL_CHAP_MD5,
    PROTOCOL_MSCHAP,
    PROTOCOL_MSCHAPV2,
    PROTOCOL_EAP,
    PROTOCOL_CERTIFICATE, /**< of the machine; IKEv2 only */
    PROTOCOL_COUNT,
};

/** How a link is encrypted. */
enum encryption {
    ENCRYPTION_DEFAULT,
    ENCRYPTION_NONE,
    ENCRYPTION_40,  /**< bits of MPPE */
    ENCRYPTION_56,  /**< bits of MPPE or DES */
    ENCRYPTION_128, /**< bits of MPPE or AES */
    ENCRYPTION_3DES,
    ENCRYPTION_AES_192,
    ENCRYPTION_AES_256,
    ENCRYPTION_COUNT,
};

/** How data is compressed. */
enum compression { COMPRESSION_DEFAULT, COMPRESSION_NONE, COMPRESSION_STAC, COMPRESSION_MPPC, COMPRESSION_COUNT };

/** Where a tunnel type encrypts. */
enum cipher_place { CIPHER_CCP, CIPHER_LCP, CIPHER_IKEV2 };

/** What a tunnel type does by default, or what a user wants of it. Values are those of the enumerations
 * above. */
struct wishes {
    uint32_t protocol, eap_type, encryption, compression;
};

/** What a link came to: values of mprapi.h. */
struct terms {
    uint32_t authentication, authentication_data; /**< PPP_LCP_*, PPP_LCP_CHAP_* */
    uint32_t eap_type;
    uint32_t lcp_options;           /**< of encryption: PPP_LCP_* */
    uint32_t compression_algorithm; /**< RASCCPCA_*; 0: CCP was not negotiated */
    uint32_t compression_options;   /**< PPP_CCP_* */
    uint32_t ikev2_authentication;  /**< MPRAPI_IKEV2_AUTH_* */
    uint32_t ikev2_encryption;      /**< IPSEC_CIPHER_TYPE_* */
};

/** How strong the encryption is, as the event log tells it. */
enum strength { STRENGTH_NONE, STRENGTH_BASIC, STRENGTH_STRONG };

/** A user's wishes, the usual ones where it has none. */
struct wishes terms_wishes(const struct wishes *user, const struct wishes *usual);

/** Whether a tunnel that encrypts there can do that. */
bool terms_are_possible(const struct wishes *wishes, enum cipher_place place);

/** What they come to. */
struct terms terms_agree(const struct wishes *wishes, enum cipher_place place);

enum strength terms_strength(const struct wishes *wishes);

#endif
