"""What kind of problem is this? A chooser for when to co-produce."""

from ..prose import sections

_CY = """
## Cyn dechrau

Nid pob problem sydd angen cydgynhyrchu. Mae cydgynhyrchu’n cymryd amser ac egni pobl, felly defnyddiwch e lle
mae’n gwneud gwahaniaeth. Atebwch y cwestiynau hyn gyda’ch gilydd.

## Cwestiwn 1: oes proses wedi’i dogfennu?

Os oes, ac os gall unrhyw un ei dilyn gydag ychydig o hyfforddiant neu heb ddim, mae’r broblem yn syml. Mae un
cam yn arwain at y nesaf. Defnyddiwch arfer gorau. Ewch ati.

## Cwestiwn 2: oes angen sgiliau penodol?

Os oes proses a chynllun, ond bod angen hyfforddiant i’w dilyn, mae’r broblem yn gymhleth. Mae’n dal yn
rhagweladwy. Defnyddiwch arfer da. Galwch yr arbenigwyr, a gofynnwch iddyn nhw siarad yn blaen.

## Cwestiwn 3: ydy’r ateb yn dibynnu ar bobl?

Os nad oes proses, os nad oes un ateb pendant, ac os yw popeth wedi’i gysylltu â’i gilydd, mae’r broblem yn
gymhlyg. Daw’r ymarfer i’r golwg wrth i chi weithio. Casglwch y bobl ynghyd. Dyma’r lle i gydgynhyrchu.

## Cwestiwn 4: ydy popeth yn symud?

Os nad oes llwybr clir, ac os yw popeth yn newid o awr i awr, mae’r sefyllfa’n anhrefnus. Mae’r hyfforddiant yn
cynghori, â gwên, i guddio yn yr atig. Gweithredwch yn gyflym ac yn lleol, addaswch, a chwiliwch am batrymau
newydd.

## Tair enghraifft i’w trafod

- Mae’r ffurflen ar y wefan yn gofyn am rif ffacs.
- Mae pont droed newydd i gael ei chodi dros yr afon.
- Mae pobl hŷn y stryd yn dweud eu bod yn unig.

Fydd neb yn anghytuno am y gyntaf. Bydd rhai’n dweud bod yr ail yn gymhleth. Ond pwy sy’n penderfynu ble mae’r
bont yn mynd?

## Un broblem, sawl darn

Torrwch broblem fawr yn ddarnau. Efallai fod un darn yn syml, un yn gymhleth ac un yn gymhlyg. Rhowch yr ymateb
iawn i bob darn, ac edrychwch eto ymhen mis.
"""

_EN = """
## Before you start

Not every problem needs co-production. Co-production takes people’s time and energy, so use it where it makes a
difference. Answer these questions together.

## Question 1: is there a documented process?

If there is, and if anybody can follow it with little training or none, the problem is simple. One step leads to
the next. Use best practice. Just do it.

## Question 2: does it take specific skills?

If there is a process and a plan, but it takes training to follow them, the problem is complicated. It is still
predictable. Use good practice. Call in the experts, and ask them to speak plainly.

## Question 3: does the answer depend on people?

If there is no process, no definitive answer, and everything is connected with everything else, the problem is
complex. The practice emerges as you work. Gather the people. This is the place to co-produce.

## Question 4: is everything moving?

If there is no clear path, and everything changes from hour to hour, the situation is chaotic. The training
advises you, with a smile, to hide in the attic. Act fast and locally, adapt, and look for new patterns.

## Three examples to discuss

- The form on the website asks for a fax number.
- A new footbridge is to be built over the river.
- The older people in the street say that they are lonely.

Nobody will disagree about the first. Some will say that the second is complicated. But who decides where the
bridge goes?

## One problem, several pieces

Break a large problem into pieces. Perhaps one piece is simple, one complicated and one complex. Give each piece
the right response, and look again in a month.
"""

WHAT_PROBLEM = {
    "slug_cy": "pa-fath-o-broblem",
    "slug_en": "what-kind-of-problem",
    "title": {"cy": "Pa fath o broblem yw hon?", "en": "What kind of problem is this?"},
    "summary": {
        "cy": "Pedwar cwestiwn i weld a yw problem yn syml, yn gymhleth, yn gymhlyg neu’n anhrefnus, a beth i’w wneud.",
        "en": "Four questions to see whether a problem is simple, complicated, complex or chaotic, and what to do.",
    },
    "kind": "toolkit",
    "principles": ["matters", "enabling"],
    "spectrum": ["to", "for", "with"],
    "problem_types": ["simple", "complicated", "complex", "chaotic"],
    "topics": ["getting-started", "teams"],
    "region": "all",
    "licence": "cc-by-sa",
    "year": 2026,
    "members_only": False,
    "pdf": {"cy": sections(_CY), "en": sections(_EN)},
}
