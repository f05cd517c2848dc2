"""What people type in trouble leads to help, and what people look up does not: data/search.yml, query by query."""

import re
from functools import cache

import pytest

from canllaw.load import load
from canllaw.model import Guide
from canllaw.search.analysis import analysis
from canllaw.search.tokens import fold, normal, words
from support import ROOT

# What is typed, by the entry that must be among the two shown.
IN_TROUBLE = {
    "emergency": """
        help now
        i am in danger
        I'm in danger
        he is going to kill me
        someone is outside my house
        he said he will kill me
        taken an overdose
        999
        dwi mewn perygl
        mae o'n mynd i fy lladd i
        perygl rŵan
        mae rhywun tu allan i'r tŷ
        angen heddlu plis
        mae o wedi cymryd tabledi
        mae rhywun yn ymosod arna i
        i need the police now
        i took loads of tablets
    """,
    "suicide": """
        i want to die
        I don't want to be here anymore
        dont wanna live
        kms
        i keep cutting myself
        thinking of ending it all
        my friend is suicidal
        suicde
        I’m going to kill myself
        urge to cut
        dwi isio marw
        fi moyn marw
        dwi eisiau lladd fy hun
        dwin isio marw
        ddim isio byw
        dwi ddim eisiau bod yma
        brifo fy hun
        mae fy ffrind yn hunan-niweidio
        meddwl am hunanladdiad
        rhoi diwedd ar fy mywyd
        byddai pawb yn well hebdda i
        alla i ddim cario ymlaen methu cario ymlaen
        self harm
        i cant do this anymore
        i wish i was dead
        my mate said he wants to kill himself
        i've been cutting
        nobody would miss me if i was gone
        i hate myself
        dwi'm isio byw
        sa i moyn byw rhagor
        alla i ddim diodde mwy
        dwi'n casáu fy hun
        my friend is self harming
        i feel like dying
        dwi'n teimlo fel marw
        mae fy ffrind isio lladd ei hun
    """,
    "abused": """
        someone is touching me
        my dad hits me
        my uncle touched me
        i was raped
        he makes me do things
        i've been abused
        scared to go home
        mum hurts me
        mae rhywun yn cyffwrdd â fi
        mae dad yn bwrw fi
        mae'n fy mrifo
        ges i fy nhreisio
        cael fy ngham-drin
        ofn mynd adre
        mae o'n gwneud pethau i fi
        dont feel safe at home
        my stepdad touches me at night
        my brother does sexual things to me
        my mum hits me
        teacher touched me
        my boyfriend forced me to have sex
        i feel unsafe at home
        my partner hits me
        mae dyn wedi cyffwrdd fi
        mae fy llystad yn fy nghyffwrdd
        mae mam yn fy nharo
        mae fy nghariad yn fy mrifo
        i've been raped
        im scared of my dad
        mae fy ewythr yn gwneud pethau i mi
    """,
    "seen-images": """
        i saw child porn
        someone sent me child porn
        found csam
        report child abuse images
        child porn in group chat
        wedi gweld lluniau rhywiol o blant
        gwelais bornograffi plant
        rhoi gwybod am luniau cam-drin plant
        des i ar draws delweddau o blant
        i saw a video of a child being abused
        came across child porn on twitter
        nes i weld fideo o blentyn yn cael ei gam-drin
        gwelais luniau anweddus o blant
    """,
    "worried-parent": """
        worried about my daughter
        my son sent nudes
        my daughter is talking to a man online
        found nudes on my son's phone
        my child is being bullied
        i'm worried about a child
        poeni am fy merch
        dwi'n poeni am fy mab
        mae fy mhlentyn yn cael ei fwlio
        mae fy merch yn siarad â dyn ar-lein
        becso am fy mab
        wedi gweld negeseuon ar ffôn fy merch
        i think someone is grooming my daughter
        poeni bod fy merch yn cael ei grwmio
        my daughter has been groomed
        my 12 year old sent a nude
        i found messages from a man on my daughters phone
        my son is being sextorted
        think my child is being groomed
        fi'n becso am fy merch
        mae fy mab wedi gyrru llun noeth
        dwi'n meddwl bod fy mhlentyn yn cael ei grwmio
        poeni bod fy mab yn eithafol
        worried sick about my grandson
        caught my daughter sending pictures
        child being abused next door
        dwi'n poeni am fy wyres
    """,
    "sextortion": """
        he's blackmailing me
        i am being blackmailed
        threatening to share my nudes
        going to send my pics to everyone
        wants money or he will leak nudes
        should i pay
        sextortion help
        mae rhywun yn fy mlacmelio
        blacmel help
        bygwth rhannu fy lluniau
        bygwth anfon lluniau ohona i at bawb
        eisiau arian neu bydd yn rhannu
        a ddylwn i dalu
        man says pay or he posts my pics
        instagram account is blackmailing me for money
        someone is going to leak my pictures
        they want £200 or they will send it to my family
        mae rhywun yn bygwth rhannu fy nudes
        he tricked me into sending pics
        how to stop someone blackmailing you
        they are going to post my nudes
        dw i'n cael fy mlacmelio
    """,
    "my-nudes": """
        he has my pictures
        he's got my nudes
        sent nudes
        i sent a nude
        someone shared my nudes
        shared my photo
        my ex leaked my nudes
        how do i delete my nudes
        get my pictures off the internet
        fake nudes of me
        deepfake of me
        i sent a pic of me naked
        wedi anfon nudes
        dwi wedi gyrru llun noeth
        mae ganddo luniau ohona i
        mae o efo fy lluniau
        rhannu fy lluniau
        mae rhywun wedi rhannu llun noeth ohonof
        ma da fe lunie ohona i
        tynnu fy lluniau oddi ar y we
        deepfake ohona i
        ive sent nudes what do i do
        my boyfriend posted my pics on snap
        someone has my nudes and im 14
        somebody screenshotted my nude
        my nudes are on a website
        they put my photo in a group chat
        i was hacked and they have my photos
        a boy at school has a video of me
        my ex is sharing my nudes im 22
        mae o'n gofyn i fi anfon lluniau
        nes i yrru llun noeth
        mae rhywun wedi cael fy lluniau noeth
        mae lluniau ohona i ar insta
        someone is using my photos
        what do i do if someone has nudes of me
        can police find out who leaked my nudes
        i regret sending nudes
        fi wedi danfon llun noeth
    """,
    "grooming": """
        an older man is messaging me
        someone wants to meet me
        he asked me for nudes
        am i being groomed
        i'm being groomed
        met someone online
        he told me to keep it secret
        sent me dick pics
        he asks me for pictures
        talks to me about sex
        wants me to take my clothes off
        dyn hŷn yn tecstio fi
        mae o isio cyfarfod fi
        gofyn i mi am luniau
        dwi'n cael fy ngrwmio
        mae oedolyn yn siarad gyda fi ar-lein
        wedi dweud wrtha i am gadw cyfrinach
        mae o eisiau lluniau noeth ohona i
        cwrdd â rhywun ar-lein
        how do i block a creep messaging me
        a man on snapchat asked for pics
        someone i met on roblox wants to meet
        hes 25 and im 14
        a guy keeps asking for nudes
        i think im being catfished
        mae rhywun yn gofyn am nudes
        mae boi hŷn eisiau cwrdd â fi
        this guy wont stop texting me
        an adult sent me a sexual message
        mae o isio i mi yrru llunia
    """,
    "threats": """
        someone is threatening me
        rhywun yn fy mygwth
        mae rhywun yn bygwth fi
        getting death threats
        he won't leave me alone
        he knows where I live
        im being stalked
        my account was hacked someone hacked me
        dwi'n cael bygythiadau
        mae o'n fy stelcian
        mae'n gwybod ble dwi'n byw
        codi ofn arna i
        they're going to beat me up
        someone is stalking me
        an account keeps messaging me
        dwi'n cael fy stelcian
        he knows my address
        kids at school keep calling me names
        ma' rhywun yn hala negeseuon i fi
        mae rhywun yn dilyn fi adra
        dwi wedi cael fy mygwth
    """,
    "own-behaviour": """
        i'm attracted to children
        i looked at child porn
        worried about my sexual thoughts
        am i a paedophile
        my husband has been looking at child porn
        dwi'n cael fy nenu at blant
        poeni am fy meddyliau rhywiol
        methu stopio gwylio porn
        dad looking at child porn on computer
    """,
    "adult-images": """
        revenge porn
        my ex shared intimate pictures
        porn dial
        mae fy nghyn-gariad yn rhannu lluniau ohona i
    """,
    "domestic-abuse": """
        my dad hits my mum
        my boyfriend controls me
        scared of my husband
        mae dad yn taro mam
        mae fy nghariad yn rheoli fi
        ofn fy ngŵr
    """,
    "trafficked": """
        i am being trafficked i'm trafficked
        they make me sell drugs
        he took my passport
        the gang won't let me leave
        maen nhw'n gwneud i fi werthu cyffuriau
        cael fy masnachu
        county lines help me
        he made me carry drugs
        maen nhw'n gwneud i mi gario cyffuriau
    """,
    "radicalised": """
        my son is being radicalised
        my friend is an extremist
        they are trying to recruit me
        mae fy mrawd yn cael ei radicaleiddio
        poeni am eithafiaeth
        son watching extremist videos
    """,
    "bullied": """
        i'm being bullied
        people are bullying me online
        someone made a fake account of me
        everyone hates me
        they laugh at me
        mean comments about me
        cael fy mwlio
        dwi'n cael fy mwlio ar-lein
        pawb yn casáu fi
        negeseuon cas amdana i
        chwerthin am fy mhen
        cyfrif ffug ohonof fi
        there is a hate page about me
        im getting bullied on tiktok
        girls at school are being horrible to me
        someone made an account pretending to be me
        people keep sending me hate
        mae pawb yn fy nghasáu i
        mae merched yn yr ysgol yn gas i fi
        mae rhywun yn esgus bod yn fi
        ma nhw'n bwlio fi
    """,
    "help": """
        help me
        i need help
        i am scared
        I'm so scared
        i dont know what to do
        no one to talk to
        i feel so alone
        i need someone to talk to
        dwi angen help
        helpwch fi
        ma ofn da fi
        mae ofn arna i
        fi moyn help
        dwi ddim yn gwybod beth i wneud
        sai'n gwbod be i neud
        angen siarad gyda rhywun
        dwi'n teimlo'n unig
        methu stopio crio
        pls help
        im in trouble
        will i get arrested
        is it my fault
        something happened to me online
        i want to run away
        i have no one
        who can i talk to
        dwi isio siarad efo rhywun
        sdim neb yn gwrando arna i
        dwi 'di cael digon
        dwi ofn
        wi'n ofnus
        mae arna i ofn
        dwi angen siarad
        help plîs
        my friend is being groomed
        my friend is being abused
        i want to hurt someone
        plis helpwch fi
        be dwi'n neud
        mae ofn mynd i'r ysgol arna i
        mae'n hala ofn arna i
    """,
}
# What practitioners, parents and pupils look up.
LOOKED_UP = """
    images of children law
    pictures
    photos
    nudes
    sharing nudes guidance for schools
    sharing nudes and semi-nudes
    sexting law wales
    what is sextortion
    sextortion
    blackmail
    grooming
    signs of grooming
    what is grooming
    online grooming law
    child being groomed signs
    how do i know if a pupil is being groomed
    child sexual exploitation
    child sexual abuse images law
    indecent images law
    police indecent images of children law
    possession of indecent images
    report a concern
    how to report abuse
    who do i tell
    duty to report
    section 47
    section 130
    children act 1989
    social services wales
    safeguarding lead school
    designated safeguarding person
    cyberbullying
    bullying policy
    trolling
    domestic abuse
    domestic abuse guide wales
    trafficking
    national referral mechanism
    modern slavery act
    county lines
    radicalisation
    prevent referral form
    children being radicalised
    extremism signs
    channel panel
    helplines
    childline
    help
    get help
    hackett continuum
    harmful sexual behaviour
    voyeurism
    upskirting
    deepfake
    ai images
    livestreaming
    online safety act
    age of consent
    evidence
    what to keep
    screenshots
    never copy
    parental controls
    talking to my child about online safety
    how do i talk to my child about sex
    age limits social media
    keep children safe online
    looked after children contact with birth family
    foster carers
    research on effects of online abuse
    threats law
    malicious communications act
    harassment law
    intimate images offence
    threatening to share intimate image offence
    images taken down
    take down images
    report remove
    iwf
    ceop
    stop it now
    work with sex offenders
    neglect
    abuse
    child abuse
    emotional abuse
    i work in a school
    when should i tell social services
    when do i refer a child
    missing children
    how to delete browsing history
    exit this page
    glossary welsh terms
    self blame
    print this guide
    accessibility statement
    meeting a child following grooming
    communicating sexually with a child
    child told me about abuse
    delweddau o blant y gyfraith
    lluniau
    lluniau noeth
    rhannu delweddau noeth
    rhannu delweddau noeth a hanner noeth
    secstio
    blacmel rhywiol
    blacmel
    bygythiadau
    bygwth rhannu delwedd bersonol
    meithrin perthynas amhriodol
    arwyddion meithrin perthynas amhriodol
    plentyn yn cael ei radicaleiddio
    radicaleiddio
    eithafiaeth
    dyletswydd i hysbysu
    rhoi gwybod
    sut i roi gwybod
    rhoi gwybod am gam-drin
    wrth bwy i ddweud
    beth i'w wneud
    pryd i ffonio'r heddlu
    heddlu
    llinellau cymorth
    help
    cymorth
    cam-drin ar-lein
    cam-drin plant ar-lein
    cam-drin domestig
    seiberfwlio
    bwlio ar-lein
    trolio
    masnachu plant
    caethwasiaeth fodern
    camfanteisio'n rhywiol ar blant
    delweddau AI
    ffugiadau dwfn
    ffrydio byw
    oedran cydsynio
    deddf plant 1989
    adran 47
    person diogelu dynodedig
    gwasanaethau cymdeithasol
    rhieni a gofalwyr
    siarad â'ch plentyn
    diogelwch ar-lein
    gosodiadau preifatrwydd
    plant mewn gofal
    tystiolaeth
    sgrinluniau
    peidiwch byth â chopïo
    tynnu delweddau i lawr
    ymddygiad rhywiol niweidiol
    llygadu
    atgyfeiriad
    hanes pori
    plentyn mewn perygl
    plentyn sy'n wynebu risg
    heddlu delweddau anweddus o blant y gyfraith
    os yw plentyn yn dweud wrthych
    do i need consent to share photos
    how do i set up parental controls on my child's phone
    what does my school have to do
    my duty to report a child at risk
    can i take a screenshot of a message
    what should i do if a pupil tells me something
    should i call social services or the police
    who do i contact about a child being abused online
    what do i do if a child discloses abuse
    how can i help a child who has been groomed
    what happens when i report to social services
    i am a teacher where is the guidance
    i am a foster carer can i post photos of the child
    is it illegal to have nudes under 18
    is it a crime to send nudes
    what is the law on sending nudes
    can a child be prosecuted for sharing nudes
    how long does report remove take
    does childline show on phone bill
    do i have to give my name when i report
    how do i leave this site quickly
    who can see my browsing history
    will i be told what happens
    how do i contact the children's commissioner
    what is the age of consent in wales
    does snapchat delete photos
    is my child old enough for instagram
    can my child use social media under 16
    how do i talk to my son about sexting
    teach my child about consent
    helping children who have been abused
    supporting a child after abuse
    how does grooming affect children
    what does sextortion mean
    fake profile
    impersonation of a teacher
    ai generated images of pupils
    a pupil made a deepfake of a teacher
    children looking at pornography
    pornography and young people
    children sending threats
    threat to life
    knife crime
    gangs and exploitation
    self generated images
    peer on peer abuse
    children who harm other children
    sexual behaviour in children
    hurting others
    why do children not tell
    children not believed
    a ddylwn i roi gwybod i'r heddlu
    beth ddylwn i ei wneud os yw plentyn yn datgelu
    sut mae rhoi gwybod i'r gwasanaethau cymdeithasol
    oes rhaid i mi roi fy enw
    pwy sy'n gallu gweld fy hanes pori
    ydy fy mhlentyn yn ddigon hen i gael instagram
    sut i siarad gyda fy mhlentyn am ddiogelwch ar-lein
    a yw'n anghyfreithlon anfon lluniau noeth
    y gyfraith ar anfon nudes
    beth yw oedran cydsynio yng nghymru
    plant yn gwylio pornograffi
    sut i helpu plentyn sydd wedi cael ei gam-drin
    disgybl wedi gwneud deepfake o athro
    rydw i'n athro ble mae'r canllawiau
    gofalwr maeth yn postio lluniau o blentyn
    cadw plant yn ddiogel
    sut mae gadael y wefan yn gyflym
    ymchwil ar effeithiau cam-drin ar-lein
    hawliau plant
    pam nad yw plant yn dweud
    beth yw blacmel rhywiol
    proffil ffug
    is it illegal to blackmail someone
    fake photos of a teacher
    beth i'w wneud os bydd plentyn yn dweud wrthych
"""
# Entries that words of the guide's own headings and terms may bring up: they are about just that.
OF_THE_GUIDE = {"emergency", "suicide", "worried-parent"}


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load(ROOT)


@cache
def typed(query: str, grammar: str) -> frozenset[str]:
    """The forms a query is compared in, as overrides/assets/search.js has them."""
    engine = analysis(grammar)
    terms = {word: engine.term(word) for word in words(query)}
    return frozenset(fold(form) for word, term in terms.items() for form in (word, term, *engine.radicals(term)))


def fits(phrase: str, forms: frozenset[str]) -> bool:
    """Whether every word of a phrase is among what is typed."""

    def among(word: str) -> bool:
        wanted = fold(normal(word))
        if wanted.endswith("*"):
            return any(form.startswith(wanted[:-1]) for form in forms)
        return wanted in forms

    return all(any(map(among, item.split("/"))) for item in phrase.split(" "))


def shown(guide: Guide, query: str) -> list[str]:
    """The entries that a query brings up, in order; the first two are shown."""
    return [
        entry["id"]
        for entry in guide.search["trouble"]
        if any(
            fits(phrase, typed(query, language.grammar))
            for language in guide.languages
            for phrase in entry["words"][language.code]
        )
    ]


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]


@pytest.mark.parametrize("name", IN_TROUBLE)
def test_somebody_in_trouble_is_understood(name: str, guide: Guide) -> None:
    for query in lines(IN_TROUBLE[name]):
        assert name in shown(guide, query)[:2], (query, shown(guide, query))


def test_every_entry_is_tried_in_both_languages(guide: Guide) -> None:
    assert set(IN_TROUBLE) == {entry["id"] for entry in guide.search["trouble"]}


def test_who_looks_something_up_is_left_in_peace(guide: Guide) -> None:
    found = {query: shown(guide, query) for query in lines(LOOKED_UP)}
    assert {query: names for query, names in found.items() if names} == {}


def test_the_words_of_the_guide_itself_are_no_cry_for_help(guide: Guide) -> None:
    texts = {
        re.sub(r"\{\{.*?\}\}", "", heading.text)
        for pages in guide.pages.values()
        for page in pages.values()
        for heading in page.headings
    }
    for record in guide.terms.values():
        texts.update(record.data["term"].values())
        texts.update(
            word for field in ("also", "forms", "never") for one in record.data.get(field, {}).values() for word in one
        )
    for record in guide.acts.values():
        texts.update(record.data["title"].values())
    found = {text: set(shown(guide, text)) - OF_THE_GUIDE for text in texts}
    assert {text: names for text, names in found.items() if names} == {} and len(texts) > 500
