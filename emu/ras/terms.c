/* SPDX-License-Identifier: MIT */
#include "ras/terms.h"

#include "mprapi.h"

/* What each protocol is in LCP, and in IKEv2; 0: there is no such thing */
static const struct {
    uint32_t lcp, data, ikev2;
} protocols[PROTOCOL_COUNT] = {
    [PROTOCOL_PAP] = {PPP_LCP_PAP, 0, 0},
    [PROTOCOL_SPAP] = {PPP_LCP_SPAP, 0, 0},
    [PROTOCOL_CHAP_MD5] = {PPP_LCP_CHAP, PPP_LCP_CHAP_MD5, 0},
    [PROTOCOL_MSCHAP] = {PPP_LCP_CHAP, PPP_LCP_CHAP_MS, 0},
    [PROTOCOL_MSCHAPV2] = {PPP_LCP_CHAP, PPP_LCP_CHAP_MSV2, 0},
    [PROTOCOL_EAP] = {PPP_LCP_EAP, 0, MPRAPI_IKEV2_AUTH_USING_EAP},
    [PROTOCOL_CERTIFICATE] = {0, 0, MPRAPI_IKEV2_AUTH_USING_CERT},
};

/* IPSEC_CIPHER_TYPE_* */
enum { CIPHER_3DES = 2, CIPHER_AES_128, CIPHER_AES_192, CIPHER_AES_256 };

/* What each encryption is in CCP (MPPE), in LCP (IPsec below) and in IKEv2; 0: there is no such thing */
static const struct {
    uint32_t at[3];
    enum strength strength;
} encryptions[ENCRYPTION_COUNT] = {
    [ENCRYPTION_40] = {{PPP_CCP_ENCRYPTION40BIT, 0, 0}, STRENGTH_BASIC},
    [ENCRYPTION_56] = {{PPP_CCP_ENCRYPTION56BIT, PPP_LCP_DES_56, 0}, STRENGTH_BASIC},
    [ENCRYPTION_128] = {{PPP_CCP_ENCRYPTION128BIT, PPP_LCP_AES_128, CIPHER_AES_128}, STRENGTH_STRONG},
    [ENCRYPTION_3DES] = {{0, PPP_LCP_3_DES, CIPHER_3DES}, STRENGTH_STRONG},
    [ENCRYPTION_AES_192] = {{0, PPP_LCP_AES_192, CIPHER_AES_192}, STRENGTH_STRONG},
    [ENCRYPTION_AES_256] = {{0, PPP_LCP_AES_256, CIPHER_AES_256}, STRENGTH_STRONG},
};

static const uint32_t algorithms[COMPRESSION_COUNT] = {
    [COMPRESSION_STAC] = RASCCPCA_STAC,
    [COMPRESSION_MPPC] = RASCCPCA_MPPC,
};

struct wishes terms_wishes(const struct wishes *user, const struct wishes *usual)
{
    bool eap = user->protocol == PROTOCOL_EAP || (!user->protocol && usual->protocol == PROTOCOL_EAP);
    return (struct wishes){
        .protocol = user->protocol ? user->protocol : usual->protocol,
        .eap_type = !eap             ? 0
                    : user->eap_type ? user->eap_type
                                     : usual->eap_type,
        .encryption = user->encryption ? user->encryption : usual->encryption,
        .compression = user->compression ? user->compression : usual->compression,
    };
}

bool terms_are_possible(const struct wishes *wishes, enum cipher_place place)
{
    bool ikev2 = place == CIPHER_IKEV2;
    bool protocol = ikev2 ? protocols[wishes->protocol].ikev2 : protocols[wishes->protocol].lcp;
    bool encryption = wishes->encryption == ENCRYPTION_NONE ? !ikev2 : encryptions[wishes->encryption].at[place] != 0;
    return protocol && encryption && !(ikev2 && wishes->compression > COMPRESSION_NONE);
}

struct terms terms_agree(const struct wishes *wishes, enum cipher_place place)
{
    uint32_t cipher = encryptions[wishes->encryption].at[place];
    bool mppe = place == CIPHER_CCP && cipher; /* MPPE is an option of MPPC */
    struct terms terms = {
        .authentication = protocols[wishes->protocol].lcp,
        .authentication_data = protocols[wishes->protocol].data,
        .eap_type = wishes->eap_type,
        .lcp_options = place == CIPHER_LCP ? cipher : 0,
        .compression_algorithm = mppe ? RASCCPCA_MPPC : algorithms[wishes->compression],
        .compression_options = (mppe ? cipher | PPP_CCP_HISTORYLESS : 0) |
                               (wishes->compression > COMPRESSION_NONE ? PPP_CCP_COMPRESSION : 0),
        .ikev2_authentication = protocols[wishes->protocol].ikev2,
        .ikev2_encryption = place == CIPHER_IKEV2 ? cipher : 0,
    };
    return terms;
}

enum strength terms_strength(const struct wishes *wishes)
{
    return encryptions[wishes->encryption].strength;
}
