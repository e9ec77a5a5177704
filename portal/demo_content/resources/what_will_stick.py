"""What will stick? A closing round; its document is in Welsh only."""

from ..prose import sections

_CY = """
## Pam gorffen fel hyn?

Mae pobl yn anghofio’r rhan fwyaf o bob cyfarfod cyn cyrraedd y drws. Mae deng munud ar y diwedd yn newid hynny.
Pan fydd rhywun yn dweud yn uchel beth fydd yn aros gyda nhw, mae’n fwy tebygol o aros.

## Y cwestiwn

Beth fydd yn aros gyda chi?

Dyna’r cwestiwn sylfaenol. Os yw’r grŵp yn dawel, cynigiwch un o’r rhain yn lle hynny.

- Beth oedd yn ddiddorol?
- Beth oedd yn annisgwyl?
- Beth oedd yn cadarnhau rhywbeth roeddech chi’n ei wybod yn barod?
- Beth oedd yn heriol?

## Sut i’w wneud

- Rhowch funud i bawb ysgrifennu neu dynnu llun, ar eu pennau eu hunain.
- Trowch at y person nesaf atoch chi, a rhannwch am ddwy funud yr un.
- Ewch o gwmpas y cylch: un frawddeg gan bob un. Dim trafod.
- Diolchwch, a gorffennwch ar amser. Mae bws i’w ddal.

Peidiwch â chasglu’r papurau. Nid gwerthusiad yw hwn. Os hoffech chi werthusiad, gofynnwch am hynny ar wahân, a
dywedwch pam.

## Y bore wedyn

Anfonwch neges fer at bawb: “Dyma beth ddywedon ni fyddai’n aros gyda ni.” Defnyddiwch eiriau pobl, heb enwau.
Mae’n anrheg fach, ac mae’n dangos bod rhywun wedi gwrando.

## Dri mis wedyn

Gofynnwch eto: beth arhosodd? Bydd yr ateb yn dysgu mwy i chi nag unrhyw ffurflen adborth. Weithiau bydd y peth
mawr wedi mynd, a rhyw sylw bach dros baned wedi newid popeth.

## Ar-lein

Gofynnwch i bawb deipio eu brawddeg, ond i neb bwyso’r botwm anfon nes i chi ddweud. Wedyn daw’r brawddegau i
gyd gyda’i gilydd, fel cawod o law. Rhowch amser i’w darllen yn dawel.
"""

WHAT_WILL_STICK = {
    "slug_cy": "beth-fydd-yn-aros",
    "slug_en": "what-will-stick",
    "title": {"cy": "Beth fydd yn aros? Ffordd o orffen cyfarfod", "en": "What will stick? A way to end a meeting"},
    "summary": {
        "cy": "Deng munud ar y diwedd, un cwestiwn, ac un frawddeg gan bawb.",
        "en": "Ten minutes at the end, one question, and one sentence from everybody. The document is in Welsh.",
    },
    "kind": "method",
    "principles": ["networks", "trust"],
    "spectrum": ["with"],
    "problem_types": ["complex"],
    "topics": ["facilitation"],
    "region": "all",
    "licence": "cc-by-sa",
    "year": 2026,
    "members_only": False,
    "pdf": {"cy": sections(_CY)},
}
