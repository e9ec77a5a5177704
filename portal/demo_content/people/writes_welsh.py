"""Members who want to be written to in Welsh."""

from .person import in_language, person

WRITES_WELSH = in_language(
    "cy",
    [
        person(
            "Heulwen Onnen",
            "north",
            "lived_experience volunteer",
            "iechyd-glannaur-wawr",
            "Rwy’n rhedeg grŵp cefnogi ac yn hoffi gwrando cyn siarad.",
        ),
        person(
            "Tomos Derwen",
            "mid",
            "worker",
            "cyngor-aberwennol",
            "Gweithiwr cymunedol. Rwy’n dysgu camu’n ôl.",
        ),
        person(
            "Mabli Griafol",
            "north",
            "student citizen",
            "lleisiau-ifanc-llanwennol",
            "Myfyriwr sy’n casáu sleidiau.",
        ),
        person("Llinos Celynnen", "west", "carer", "gofal-ochr-yn-ochr", "Gofalu am Mam ers deng mlynedd."),
        person(
            "Rhodri Bedwen",
            "north",
            "worker",
            "iechyd-glannaur-wawr",
            "Nyrs sy’n gofyn beth sy’n bwysig i chi.",
        ),
        person(
            "Ffion Eithin",
            "mid",
            "official",
            "cyngor-aberwennol",
            "Ceisio newid system o’r tu mewn, fesul paned.",
        ),
        person(
            "Cadi Rhosyn",
            "north",
            "citizen student",
            "lleisiau-ifanc-llanwennol",
            "Eisiau lle i bobl ifanc gael bod.",
        ),
        person("Gethin Helygen", "valleys", "volunteer citizen", "cwm-helyg", "Tyfu tatws a chyfeillion."),
        person(
            "Nest Meillion",
            "west",
            "carer lived_experience",
            "gofal-ochr-yn-ochr",
            "Dw i’n nabod y ffurflenni i gyd.",
        ),
        person("Llŷr Gwern", "north", "worker", "", "Hwylusydd. Mae gen i wastad greonau yn fy mag."),
        person(
            "Siân Grug",
            "cardiff",
            "researcher",
            "prifysgol-y-bryniau",
            "Ymchwilio i bŵer, gyda phobl sydd heb lawer ohono.",
        ),
        person(
            "Hywel Cyll",
            "cardiff",
            "volunteer",
            "caffi-trwsio-tregelyn",
            "Trwsio tegellau, ac weithiau syniadau.",
        ),
        person("Eluned Afallen", "west", "citizen", "", "Wedi ymddeol, ond ddim wedi gorffen."),
        person("Osian Ysgawen", "valleys", "worker", "cwm-helyg", "Cogydd yn y gegin gymunedol."),
        person("Lowri Briallu", "mid", "lived_experience citizen", "", "Mae fy mhrofiad i yn wybodaeth hefyd."),
        person("Iwan Rhedyn", "north", "official", "", "Swyddog polisi sy’n trio ysgrifennu’n blaen."),
        person(
            "Gwenllian Draenen",
            "south-east",
            "worker",
            "tai-craig-y-gog",
            "Swyddog tai. Holwch fi am ysgrifennu rheolau gyda thenantiaid.",
        ),
        person("Macsen Llwyfen", "cardiff", "student", "prifysgol-y-bryniau", "Astudio gwaith cymdeithasol."),
        person("Dwynwen Fioled", "north", "carer citizen", "", "Mam, gofalwr, trefnydd rhestrau."),
        person("Rhun Ŵydd-y-waun", "west", "volunteer", "", "Gyrru’r bws cymunedol a chlywed pob stori."),
    ],
)
