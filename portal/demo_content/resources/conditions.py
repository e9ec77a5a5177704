"""Create the conditions: a checklist before the first meeting."""

from ..prose import sections

_CY = """
## Pam rhestr?

All neb orfodi cydgynhyrchu. Ond gallwch chi greu’r amodau lle mae’n gallu tyfu. Edrychwch ar y rhestr hon
bythefnos cyn y cyfarfod cyntaf, gydag o leiaf un person fydd yno fel dinesydd.

## Y bobl

- Pwy sydd ddim wedi cael gwahoddiad eto?
- Oes mwy nag un person â phrofiad bywyd? Mae’n anodd bod yr unig un.
- Ydy pawb yn gwybod pam maen nhw yno, a beth gallan nhw ei newid?

## Y lle

- Ydy’r adeilad yn gyfarwydd i bobl, neu i’r staff yn unig?
- Oes mynediad heb risiau, toiled hygyrch, a lle tawel?
- Cadeiriau mewn cylch, heb fwrdd uchel ym mhen yr ystafell.
- Te a choffi cyn dechrau.

## Yr amser

- Ydy’r amser yn addas i ofalwyr, i weithwyr sifft ac i’r bws olaf?
- Oes digon o amser i siarad? Hanerwch yr agenda.
- Egwyl go iawn, nid pum munud.

## Yr arian

- Talwch am deithio ac am ofal, ar y diwrnod.
- Dywedwch yn onest a oes tâl am amser pobl ai peidio.

## Yr iaith

- Gofynnwch ymlaen llaw pa iaith hoffai pobl ei siarad.
- Trefnwch gyfieithu ar y pryd, a dywedwch hynny wrth wahodd.
- Geiriau bob dydd. Dim byrfoddau.

## Y pŵer

- Pwy sy’n cadeirio, a pham?
- Beth sydd wedi’i benderfynu’n barod? Dywedwch ar y dechrau.
- Beth fydd yn digwydd wedyn, erbyn pryd, a phwy fydd yn dweud wrth bawb?

## Ar y diwrnod

Cyrhaeddwch yn gynnar. Safwch wrth y drws, nid y tu ôl i’r bwrdd. A chofiwch: os nad yw pobl yn gwenu erbyn yr
egwyl, newidiwch rywbeth.
"""

_EN = """
## Why a list?

Nobody can force co-production. But you can create the conditions in which it can grow. Look at this list a
fortnight before the first meeting, with at least one person who will be there as a citizen.

## The people

- Who has not been invited yet?
- Is there more than one person with lived experience? It is hard to be the only one.
- Does everybody know why they are there, and what they can change?

## The place

- Is the building familiar to people, or only to the staff?
- Is there step-free access, an accessible toilet, and a quiet place?
- Chairs in a circle, with no top table.
- A thermos of tea and one of coffee before you start.

## The time

- Does the time suit carers, shift workers and the last bus?
- Is there enough time to talk? Halve the agenda.
- A real break, not five minutes.

## The money

- Pay for travel and for care, on the day.
- Say honestly whether people are paid for their time or not.

## The language

- Ask beforehand which language people would like to speak.
- Arrange simultaneous translation, and say so when you invite.
- Everyday words. No abbreviations.

## The power

- Who is in the chair, and why?
- What has been decided already? Say so at the start.
- What will happen next, by when, and who will tell everybody?

## On the day

Arrive early. Stand by the door, not behind the table. And remember: if people are not smiling by the break,
change something.
"""

CONDITIONS = {
    "slug_cy": "creur-amodau",
    "slug_en": "create-the-conditions",
    "title": {"cy": "Creu’r amodau: rhestr wirio", "en": "Create the conditions: a checklist"},
    "summary": {
        "cy": "Pobl, lle, amser, arian, iaith a phŵer: beth i’w wirio cyn y cyfarfod cyntaf.",
        "en": "People, place, time, money, language and power: what to check before the first meeting.",
    },
    "kind": "document",
    "principles": ["trust", "enabling", "strengths"],
    "spectrum": ["with"],
    "problem_types": ["complex"],
    "topics": ["facilitation", "power"],
    "region": "all",
    "licence": "cc-by",
    "year": 2026,
    "members_only": False,
    "pdf": {"cy": sections(_CY), "en": sections(_EN)},
}
