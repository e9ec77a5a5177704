"""What co-production is, its principles, the spectrum, the ladder, and what it is not."""

from ..principles import PRINCIPLES
from ..prose import blocks


def _principles(language: str) -> str:
    return "\n".join(f"- **{p['name'][language]}.** {p['text'][language]}" for p in PRINCIPLES)


_CY = f"""
Dim byd amdanom ni hebom ni. Dyna’r syniad mewn un frawddeg.

> Mae pobl a gweithwyr proffesiynol yn cyfuno eu hadnoddau – eu sgiliau, eu gwybodaeth, eu profiad, eu
diddordebau, eu hangerdd a’u rhwydweithiau – ac yn gweithio gyda’i gilydd fel partneriaid cyfartal. | Rhwydwaith
Cydgynhyrchu Cymru

Cyfartal yw’r gair pwysig. Mae cydgynhyrchu’n golygu rhannu’r pŵer a rhannu’r cyfrifoldeb.

## Y pum egwyddor

{_principles("cy")}

Mae angen y pump. Pan fydd rhywbeth wedi gweithio’n dda, edrychwch yn ôl: fel arfer fe welwch chi bob un ohonyn
nhw yno.

## Y sbectrwm: gwneud i, gwneud dros, gwneud gyda

- **Gwneud i.** Eraill sy’n penderfynu, ac mae pobl yn cael gwybod wedyn. Er enghraifft: mae apwyntiad yn
cyrraedd drwy’r post, heb i neb ofyn pa amser sy’n addas i chi.
- **Gwneud dros.** Gweithwyr proffesiynol sy’n penderfynu, er lles pobl. Er enghraifft: mae tîm yn casglu barn
pobl mewn arolwg, ac yna’n cynllunio’r gwasanaeth ei hun.
- **Gwneud gyda.** Mae pobl a gweithwyr proffesiynol yn penderfynu ac yn gweithredu gyda’i gilydd. Er
enghraifft: mae tenantiaid a staff yn ysgrifennu polisi dyrannu tai ochr yn ochr.

Mae lle i bob un. Mewn argyfwng, gall “gwneud i” achub bywyd. Y peth pwysig yw dewis yn ofalus, a bod yn onest
am ble rydych chi ar y sbectrwm.

## Yr ysgol gyfranogi

Yn 1969 tynnodd Sherry Arnstein lun o gymryd rhan fel ysgol i’w dringo. Ar y ffyn isaf, does gan bobl ddim llais
go iawn. Ar y ffyn uchaf, maen nhw’n rhannu’r pŵer neu’n ei ddal. Mae’r ysgol yn gofyn cwestiwn da am unrhyw
gynllun: pwy sy’n penderfynu?

## Beth sydd ddim yn gydgynhyrchu

- Gofyn am farn pobl ar ôl i’r penderfyniad gael ei wneud.
- Rhoi’r gwaith i bobl heb roi’r pŵer iddyn nhw hefyd.
- Cadw un sedd wrth y bwrdd er mwyn golwg.
- Enw newydd ar yr un hen ffordd o weithio.

## Pam cydgynhyrchu?

Am ei fod yn gweithio, ar bob lefel.

- **Dinasyddion:** grym a pherchnogaeth, gwell iechyd a llesiant, cymunedau cryfach a chlosiach.
- **Staff:** gwasanaethau mwy perthnasol ac effeithiol, a phobl hapusach a mwy bodlon yn eu gwaith.
- **Sefydliadau:** sefydliadau iachach, cynaliadwyedd a gwerth am arian.

Ac am fod pobl yn haeddu ffynnu, nid dim ond goroesi.
"""

_EN = f"""
Nothing about us without us. That is the idea in one sentence.

> People and professionals pool their resources – skills, knowledge, experience, interests, passions, networks –
and work together as equal partners. | Co-production Network for Wales

Equal is the word that counts. Co-production means shared power and shared responsibility.

## The five principles

{_principles("en")}

You need all five. When something has worked well, look back: you will usually find every one of them there.

## The spectrum: doing to, doing for, doing with

- **Doing to.** Others decide, and people are told afterwards. For example: an appointment arrives in the post,
and nobody asked what time would suit you.
- **Doing for.** Professionals decide, for people’s good. For example: a team gathers people’s views in a
survey, and then plans the service by itself.
- **Doing with.** People and professionals decide and act together. For example: tenants and staff write the
housing allocations policy side by side.

There is a place for each. In an emergency, “doing to” can save a life. What matters is to choose with care, and
to be honest about where on the spectrum you are.

## The ladder of participation

In 1969 Sherry Arnstein drew taking part as a ladder to climb. On the low rungs, people have no real say. On the
high rungs, they share the power or hold it. The ladder asks a good question of any plan: who decides?

## What co-production is not

- Asking for people’s views after the decision has been made.
- Giving people the work without giving them the power too.
- Keeping one seat at the table for show.
- A new name for the same old way of working.

## Why co-produce?

Because it works, on every level.

- **Citizens:** empowerment and ownership, better health and well-being, stronger and closer communities.
- **Staff:** more relevant and effective services, and people who are happier and more fulfilled in their work.
- **Organisations:** healthier organisations, sustainability and value for money.

And because people deserve to thrive, not just survive.
"""

ABOUT = {
    "slug_cy": "beth-yw-cydgynhyrchu",
    "slug_en": "what-is-co-production",
    "menu": True,
    "title": {"cy": "Beth yw cydgynhyrchu?", "en": "What is co-production?"},
    "summary": {
        "cy": "Beth yw cydgynhyrchu a beth sydd ddim: y diffiniad, y pum egwyddor a’r sbectrwm.",
        "en": "What co-production is and is not: the definition, the five principles and the spectrum.",
    },
    "body": {"cy": blocks(_CY), "en": blocks(_EN)},
}
