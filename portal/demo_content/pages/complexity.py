"""When to co-produce: four kinds of problem, and what each of them asks of us."""

from ..prose import blocks

_CY = """
Nid cydgynhyrchu yw’r ateb i bob problem. Cyn dechrau, gofynnwch un peth: pa fath o broblem yw hon?

## Syml: ewch ati

- Mae’r broses wedi’i dogfennu.
- Does dim angen llawer o hyfforddiant, os o gwbl.
- Mae’n llinol ac yn rhagweladwy: mae un cam yn arwain at y nesaf.

**Yr ymarfer:** arfer gorau. **Beth i’w wneud:** ewch ati. Gwnewch e’n dda, yr un fath bob tro.

## Cymhleth: galwch yr arbenigwyr

- Mae proses a chynllun wedi’u dogfennu.
- Mae angen hyfforddiant neu sgiliau penodol.
- Mae’n llinol ac yn rhagweladwy, i’r sawl sy’n deall y maes.

**Yr ymarfer:** arfer da. **Beth i’w wneud:** galwch yr arbenigwyr. Cofiwch fod pobl yn arbenigwyr ar eu bywydau
eu hunain.

## Cymhlyg: casglwch y bobl ynghyd

- Does dim proses wedi’i dogfennu.
- Does dim un ateb pendant.
- Mae’n system sy’n addasu, a phopeth ynddi wedi’i gysylltu â’i gilydd.

**Yr ymarfer:** arfer sy’n dod i’r golwg wrth i chi weithio. **Beth i’w wneud:** casglwch y bobl ynghyd. Dyma’r
lle i gydgynhyrchu. Does gan neb yr ateb ar ei ben ei hun, ond mae gan bawb ran ohono.

## Anhrefnus: cuddiwch yn yr atig

- Does dim llwybr clir.
- Rhaid gweithredu’n gyflym ac addasu.
- Mae’r gweithredu’n lleol ac wedi’i rannu rhwng llawer o bobl.

**Yr ymarfer:** mae patrymau newydd yn ymddangos. **Beth i’w wneud:** cuddiwch yn yr atig! Ac yna dewch i lawr:
gwnewch rywbeth bach yn gyflym, yn agos at bobl, sylwch ar beth sy’n digwydd ac addaswch.

## Pan fydd y math o broblem yn newid

Mae un gwaith yn gallu bod yn bob un o’r rhain yn ei dro. Mae trefnu ystafell yn syml. Mae cynllunio adeilad yn
gymhleth. Mae penderfynu beth ddylai ddigwydd ynddo yn gymhlyg. Gofynnwch y cwestiwn eto bob hyn a hyn, a
dewiswch yr ymateb sy’n addas i heddiw.
"""

_EN = """
Co-production is not the answer to every problem. Before you start, ask one thing: what kind of problem is this?

## Simple: just do it

- The process is documented.
- It takes little training, or none.
- It is linear and predictable: one step leads to the next.

**The practice:** best practice. **What to do:** just do it. Do it well, the same way every time.

## Complicated: call in the experts

- There is a documented process and a plan.
- It takes training or specific skills.
- It is linear and predictable, to those who know the field.

**The practice:** good practice. **What to do:** call in the experts. Remember that people are experts in their
own lives.

## Complex: gather the people

- There is no documented process.
- There is no definitive answer.
- It is a system that adapts, with everything in it connected.

**The practice:** practice that emerges as you work. **What to do:** gather the people. This is where
co-production belongs. Nobody has the answer alone, but everybody has a part of it.

## Chaotic: hide in the attic

- There is no clear path.
- You have to act fast and adapt.
- The action is local and spread among many people.

**The practice:** new patterns appear. **What to do:** hide in the attic! And then come down: do something small
and fast, close to people, watch what happens and adapt.

## When the kind of problem changes

One piece of work can be each of these in turn. Booking a room is simple. Planning a building is complicated.
Deciding what should happen in it is complex. Ask the question again every now and then, and choose the response
that fits today.
"""

COMPLEXITY = {
    "slug_cy": "pryd-i-gydgynhyrchu",
    "slug_en": "when-to-co-produce",
    "menu": False,
    "title": {"cy": "Pryd i gydgynhyrchu, a phryd i beidio", "en": "When to co-produce, and when not"},
    "summary": {
        "cy": "Syml, cymhleth, cymhlyg, anhrefnus: pedwar math o broblem, a beth i’w wneud â phob un.",
        "en": "Simple, complicated, complex, chaotic: four kinds of problem, and what to do with each.",
    },
    "body": {"cy": blocks(_CY), "en": blocks(_EN)},
}
