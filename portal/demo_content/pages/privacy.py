"""Privacy: what is kept, why, and what is never done."""

from ..prose import blocks

_CY = """
Yn fyr: rydyn ni’n cadw cyn lleied â phosibl, a chi biau eich manylion.

## Beth rydyn ni’n ei gadw

- **Os ydych chi’n aelod:** eich e-bost, eich enw, eich rhanbarth, eich dewis iaith, a’r ffaith eich bod wedi
cytuno â’r pum egwyddor.
- **Os ydych chi’n cadw lle:** eich enw, eich e-bost a’ch atebion i gwestiynau’r archeb.
- **Os ydych chi’n cael y cylchlythyr:** eich e-bost, eich iaith, a phryd a sut y gwnaethoch chi ofyn amdano.

Fe ddefnyddiwn ni’r manylion hyn i wneud yr hyn rydych chi wedi’i ofyn, a dim byd arall.

## Beth nad ydyn ni’n ei wneud

- Dydyn ni ddim yn gwerthu’ch manylion nac yn eu rhannu.
- Dydyn ni ddim yn eich dilyn o dudalen i dudalen, nac yn cadw golwg ar ba e-byst rydych chi’n eu hagor.
- Dydyn ni ddim yn llwytho dim byd o wefannau eraill, oni bai eich bod chi’n pwyso chwarae ar fideo. Mae’r fideo’n
dod o YouTube neu Vimeo, a gallan nhw ddefnyddio cwcis wedyn.
- Dydyn ni ddim yn dangos eich manylion i aelodau eraill oni bai eich bod chi’n dewis hynny.

## Cwcis

Dim ond y cwcis sydd eu hangen i’r wefan weithio: i’ch cadw wedi mewngofnodi, i gadw ffurflenni’n ddiogel ac i
gofio’ch iaith.

## E-byst

Mae e-bost am archeb yn dod am eich bod chi wedi cadw lle. Mae’r cylchlythyr yn dod dim ond os ydych chi wedi
gofyn amdano, ac mae modd dad-danysgrifio gydag un botwm ym mhob rhifyn.

## Eich hawliau

Cewch chi ofyn am gopi o’ch manylion, eu cywiro neu eu dileu. Ysgrifennwch at
[helo@example.org](mailto:helo@example.org).
"""

_EN = """
In short: we keep as little as we can, and your details are yours.

## What we keep

- **If you are a member:** your email, your name, your region, your choice of language, and the fact that you
have agreed to the five principles.
- **If you book a place:** your name, your email and your answers to the booking questions.
- **If you get the newsletter:** your email, your language, and when and how you asked for it.

We use these details to do what you have asked for, and nothing else.

## What we do not do

- We do not sell or share your details.
- We do not follow you from page to page, or watch which emails you open.
- We do not load anything from other websites, unless you press play on a video. The video comes from YouTube or
Vimeo, and they may use cookies then.
- We do not show your details to other members unless you choose that.

## Cookies

Only the cookies that the website needs in order to work: to keep you signed in, to keep forms safe and to
remember your language.

## Emails

An email about a booking comes because you have booked a place. The newsletter comes only if you have asked for
it, and every issue has one button to unsubscribe.

## Your rights

You may ask for a copy of your details, have them put right or have them deleted. Write to
[hello@example.org](mailto:hello@example.org).
"""

PRIVACY = {
    "slug_cy": "preifatrwydd",
    "slug_en": "privacy",
    "menu": False,
    "title": {"cy": "Preifatrwydd", "en": "Privacy"},
    "summary": {
        "cy": "Beth rydyn ni’n ei gadw amdanoch chi, pam, a beth nad ydyn ni byth yn ei wneud.",
        "en": "What we keep about you, why, and what we never do.",
    },
    "body": {"cy": blocks(_CY), "en": blocks(_EN)},
}
