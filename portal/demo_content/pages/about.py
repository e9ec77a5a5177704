"""What co-production is: its principles, the spectrum, when it fits, what it is not, and where to start."""

from ..prose import blocks

_CY = """
> Mae pobl a gweithwyr proffesiynol yn cyfuno eu hadnoddau – eu sgiliau, eu gwybodaeth, eu profiad, eu
diddordebau, eu hangerdd a’u rhwydweithiau – ac yn gweithio gyda’i gilydd fel partneriaid cyfartal. | Rhwydwaith
Cydgynhyrchu Cymru

Dim byd amdanom ni hebom ni: dyna’r syniad mewn un frawddeg. **Cyfartal** yw’r gair pwysig. Mae cydgynhyrchu’n
golygu rhannu’r pŵer a rhannu’r cyfrifoldeb.

## Y pum egwyddor

[[principles]]

Mae angen y pump. Pan fydd rhywbeth wedi gweithio’n dda, edrychwch yn ôl: fel arfer fe welwch chi bob un ohonyn
nhw yno.

## Y sbectrwm: gwneud i, gwneud dros, gwneud gyda

Mae gwasanaethau’n gweithio gyda phobl mewn gwahanol ffyrdd. Mae’r darlun yn dangos pwy sy’n penderfynu.

[[spectrum]]

Mae lle i bob un. Mewn argyfwng, gall “gwneud i” achub bywyd. Y peth pwysig yw dewis yn ofalus, a bod yn onest
am ble rydych chi ar y sbectrwm.

## Pryd i gydgynhyrchu

Nid cydgynhyrchu yw’r ateb i bob problem. Cyn dechrau, gofynnwch: pa fath o broblem yw hon?

[[problem_types]]

## Yr ysgol gyfranogi

Yn 1969 tynnodd Sherry Arnstein lun o gymryd rhan fel ysgol i’w dringo. Ar y ffyn isaf, does gan bobl ddim llais
go iawn. Ar y ffyn uchaf, maen nhw’n rhannu’r pŵer neu’n ei ddal. Mae’r ysgol yn gofyn cwestiwn da am unrhyw
gynllun: pwy sy’n penderfynu?

## Beth sydd ddim yn gydgynhyrchu

- Gofyn am farn pobl ar ôl i’r penderfyniad gael ei wneud.
- Rhoi’r gwaith i bobl heb roi’r pŵer iddyn nhw hefyd.
- Cadw un sedd wrth y bwrdd er mwyn edrych yn dda.
- Enw newydd ar yr un hen ffordd o weithio.

## Pam cydgynhyrchu?

Am ei fod yn gweithio, ar bob lefel.

- **Dinasyddion:** grym a pherchnogaeth, gwell iechyd a llesiant, cymunedau cryfach a chlosiach.
- **Staff:** gwasanaethau mwy perthnasol ac effeithiol, a phobl hapusach a mwy bodlon yn eu gwaith.
- **Sefydliadau:** sefydliadau iachach, cynaliadwyedd a gwerth am arian.

Ac am fod pobl yn haeddu ffynnu, nid dim ond goroesi.

## Ble i ddechrau
"""

_STEPS_CY = [
    ("Dechreuwch o ble mae pobl", "Gofynnwch beth sy’n bwysig iddyn nhw heddiw, cyn sôn am eich cynllun chi."),
    ("Edrychwch am gryfderau", "Beth rydych chi’n ei wneud yn dda? Ble mae’r meddyliau a’r drysau agored?"),
    ("Crëwch yr amodau", "Amser, lle, croeso, a rhyddid i roi cynnig ar bethau."),
    ("Daliwch ati i ddysgu", "Nodwch ble rydych chi’n dechrau, dilynwch y newid, a gofynnwch i’r bobl iawn."),
]

_EN = """
> People and professionals pool their resources – skills, knowledge, experience, interests, passions, networks –
and work together as equal partners. | Co-production Network for Wales

Nothing about us without us: that is the idea in one sentence. **Equal** is the word that counts. Co-production
means shared power and shared responsibility.

## The five principles

[[principles]]

You need all five. When something has worked well, look back: you will usually find every one of them there.

## The spectrum: doing to, doing for, doing with

Services work with people in different ways. The drawing shows who decides.

[[spectrum]]

There is a place for each. In an emergency, “doing to” can save a life. What matters is to choose with care, and
to be honest about where on the spectrum you are.

## When to co-produce

Co-production is not the answer to every problem. Before you start, ask: what kind of problem is this?

[[problem_types]]

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

## Where to start
"""

_STEPS_EN = [
    ("Start from where people are", "Ask what matters to them today, before you mention your own plan."),
    ("Look for strengths", "What do you do well? Where are the open minds and the open doors?"),
    ("Create the conditions", "Time, a place, a welcome, and the freedom to try things."),
    ("Keep learning", "Note where you start, follow what changes, and ask the right people."),
]


def _body(words: str, steps: list[tuple[str, str]]) -> list:
    told = [{"title": title, "text": f"<p>{text}</p>"} for title, text in steps]
    return [*blocks(words), ("steps", {"steps": told})]


ABOUT = {
    "slug_cy": "beth-yw-cydgynhyrchu",
    "slug_en": "what-is-co-production",
    "menu": True,
    "title": {"cy": "Beth yw cydgynhyrchu?", "en": "What is co-production?"},
    "summary": {
        "cy": "Beth yw cydgynhyrchu a beth dydy e ddim: y diffiniad, y pum egwyddor, y sbectrwm, a phryd i’w ddefnyddio.",
        "en": "What co-production is and is not: the definition, the five principles, the spectrum, and when to use it.",
    },
    "body": {"cy": _body(_CY, _STEPS_CY), "en": _body(_EN, _STEPS_EN)},
    "button": {"cy": "Ymunwch â’r rhwydwaith", "en": "Join the network"},
    "read_next": {"cy": "Darllenwch fwy", "en": "Read more"},
    "related": ["when-to-co-produce", "techniques", "measuring-what-matters"],
}
