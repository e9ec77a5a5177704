"""An imaginary story from an imaginary community kitchen; its document is in Welsh only."""

from ..prose import sections

_CY = """
## Stori ddychmygol

Does dim Cwm Helyg, a does dim cegin yno. Stori i’w thrafod yw hon. Wrth ddarllen, chwiliwch am y pum egwyddor.

## Y drws ar gau

Roedd cegin gymunedol Cwm Helyg yn bwydo deugain o bobl bob dydd Mawrth. Roedd tri gwirfoddolwr yn coginio, a
phawb arall yn ciwio. Un gaeaf aeth dau o’r tri yn sâl. Rhoddon nhw arwydd ar y drws: ar gau.

## Y ciw

Daeth y bobl yr un fath. Safodd pawb yn yr eira, a dechrau siarad. Roedd un wedi bod yn gogydd ar longau. Roedd
un arall yn pobi bara bob nos achos na allai hi gysgu. Roedd bachgen un ar bymtheg oed yn gwybod ble i gael
tatws am ddim. Doedd neb wedi gofyn iddyn nhw erioed.

Agoron nhw’r drws.

## Y gegin newydd

Dydy’r gegin ddim yn bwydo neb erbyn hyn. Mae pobl yn bwyta gyda’i gilydd. Does dim ciw, achos bod pawb y tu ôl
i’r cownter. Mae rhestr ar y wal: pwy sy’n gallu gwneud beth, a phwy hoffai ddysgu.

Doedd hi ddim yn hawdd. Llosgodd y cawl fwy nag unwaith. Roedd dadl hir am yr allwedd: pwy ddylai ei chael? Yn y
diwedd gwnaethon nhw chwe chopi.

## Beth newidiodd?

Gofynnodd rhywun o’r cyngor faint o brydau oedden nhw’n eu rhoi. “Dim un,” meddai’r bachgen. “Ond dw i’n nabod
enw pawb yn y stryd.”

## I’w drafod

- Beth oedd yr asedau, a ble oedden nhw cynt?
- Ble mae’r stori’n symud ar y sbectrwm?
- Beth oedd ystyr yr allwedd?
- Beth fyddech chi’n ei fesur yma? Pwy ddylai benderfynu?
- Pa wasanaeth yn eich ardal chi sydd â chiw, a phwy sy’n sefyll ynddo?
"""

KITCHEN_STORY = {
    "slug_cy": "y-gegin-ar-allwedd",
    "slug_en": "the-kitchen-and-the-key",
    "title": {"cy": "Y gegin a’r allwedd: stori i’w thrafod", "en": "The kitchen and the key: a story to discuss"},
    "summary": {
        "cy": "Stori ddychmygol am gegin gymunedol, a beth ddigwyddodd pan gaeodd y drws.",
        "en": "An imaginary story about a community kitchen, and what happened when its door closed. It is told in Welsh.",
    },
    "kind": "story",
    "principles": ["strengths", "networks", "enabling"],
    "spectrum": ["for", "with"],
    "problem_types": ["complex"],
    "topics": ["community"],
    "region": "valleys",
    "licence": "cc-by",
    "year": 2026,
    "members_only": False,
    "pdf": {"cy": sections(_CY)},
}
