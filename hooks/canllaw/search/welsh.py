"""Welsh for search: what grows onto a word, how its first letter changes, the endings of plurals, verbs, comparisons.

The mutation tables are those of canllaw.grammar.welsh, with h before a vowel. The lists of endings and of irregular
words were written for this project from general knowledge of Welsh grammar; no lexicon is copied into them. Which
endings earn their place was measured on a treebank (`make bench FORMS=…`): an ending that finds too little that is
right, such as -edd, a bare -i, or the singular -yn and -en, is left out.
"""

from ..grammar.welsh import ASPIRATE, INITIALS, NASAL, SOFT

__all__ = [
    "AFTER", "BASE", "BEFORE", "BREATH", "INITIALS", "IRREGULAR", "MUTATIONS", "NOUNS", "NOUN_VOWELS", "SHORT", "STEMS",
    "STRONG", "TRIM", "VERB_VOWELS", "VOWELS", "WEAK",
]  # fmt: skip

# Grown onto a word after a vowel (i'r, sy'n, wedi'i, a'u, i'w, a'm, a'th, a'ch) or before one (d'enw, f'enw).
AFTER = ("'r", "'n", "'i", "'u", "'w", "'m", "'th", "'ch")
BEFORE = ("d'", "f'")
VOWELS = "aeiouwyâêîôûŵŷäëïöüẅÿáéíóúẃýàèìòùẁỳ"
MUTATIONS = (SOFT, NASAL, ASPIRATE)
BREATH = "h"

# Plural and comparative endings: the ending, what stands there in the word the dictionary lists, and whether the vowel
# before it may have changed as well (geiriau, gair).
NOUNS = (
    ("iau", "", True), ("au", "", True), ("ion", "", True), ("on", "", False), ("oedd", "", False), ("ydd", "", False),
    ("iaid", "", True), ("wyr", "wr", False), ("wyr", "ydd", False),
    ("feydd", "fa", False), ("ïau", "i", False), ("âu", "a", False), ("nnau", "n", True), ("nnoedd", "n", False),
    ("nni", "n", False), ("rrau", "r", True), ("rroedd", "r", False),
    ("ach", "", False), ("cach", "g", False), ("tach", "d", False), ("pach", "b", False), ("nnach", "n", False),
    ("af", "", False), ("caf", "g", False), ("taf", "d", False), ("paf", "b", False), ("nnaf", "n", False),
)  # fmt: skip
NOUN_VOWELS = (("ei", "ai"), ("y", "w"), ("o", "aw"))

# Endings that hardly any word has but an inflected verb, and endings that other words have too.
STRONG = (
    ("odd", "", False), ("wyd", "", False), ("ir", "", True), ("wch", "", False), ("ais", "", False),
    ("aist", "", False), ("asom", "", False), ("asoch", "", False), ("asant", "", False), ("asai", "", False),
    ("ai", "", False), ("id", "", True), ("ech", "", False), ("em", "", False), ("ent", "", False),
    ("iff", "", False), ("eir", "a", False),
)  # fmt: skip
WEAK = (("a", "", False), ("wn", "", False), ("af", "", False), ("it", "", False))
VERB_VOWELS = (("e", "a"), ("ei", "ai"))
# What a verb-noun ends in, and what stands there before the other endings: bwlio bwli-, dechrau dechreu-, rhoi rhodd-.
BASE = (
    ("io", ""), ("u", ""), ("o", ""), ("i", ""), ("au", "a"), ("au", "eu"), ("oi", "o"), ("oi", "odd"),
)  # fmt: skip
# Verb-nouns that end in their own stem, or in something that many nouns end in as well: these with their stem.
_STEMS = """
achub addef adrodd agor amddiffyn anfon annog arbed arfer argymell aros arwain atal ateb cadw cerdded:cerdd
chwarae chwerthin:chwardd clywed:clyw cychwyn cyfaddef cyfarfod cyfrif cymryd cynnal cynnig cynnwys cyrraedd dal
dangos darllen datod deall deffro derbyn dewis dianc digwydd dilyn dioddef disgwyl dod dwyn dychwelyd:dychwel
edrych eistedd ennill ffo gadael gafael galw gofyn gorchymyn gorffen gorwedd gosod gwahardd gweled:gwel gwrthod
hebrwng hedfan:hedf hel lladd meddwl:meddyli mesur olrhain rhedeg:rhed sefyll:saf siarad symud tagu:tag trin
trosglwyddo:trosglwydd yfed:yf ymadael ymateb ymddangos ymddeol ymddiried ymddwyn ymdrin ymestyn ymosod
ymweld:ymwel ymwneud:ymwn ymyrryd:ymyr ystyried:ystyri
"""
STEMS = {word.partition(":")[0]: word.partition(":")[2] or word for word in _STEMS.split()}
# The stem of bwlio and bwliodd, of gorffen and gorffennodd, is one.
TRIM = (("nn", "n"), ("rr", "r"), ("i", ""), ("nn", "n"), ("rr", "r"))

# Forms that no rule leads to. Left out on purpose: forms that are other words as well (af, oes, cant, gall, iau).
_ROWS = """
bod mae yw ydy ydi sy sydd oedd roedd bydd fydd buodd byddai ydych ydyn ydynt oeddwn oedden oeddech oeddent
byddaf byddwn byddwch byddant byddan byddan byddech byddent bydden boed buasai buont buwyd bydded wyf rwyf rydw
rydych rydyn roeddwn roedden roeddech maen maent rwy byddi byddid buom ; mynd aeth es est aethom aethoch aethant
aethon ewch ânt ân aiff eir elai âi euthum ; dod daeth des dest daethom daethoch daethant daethon daw dewch dônt
dôn delo dêl deir daethpwyd dôi deuai dowch ; gwneud gwnaeth gwnes gwnest gwnaethom gwnaethoch gwnaethant
gwnaethon gwnaf gwnei gwna gwnawn gwnewch gwnânt gwnân gwneir gwnaed gwnelo gwnelai gwnâi gwnaethpwyd ; cael
cafodd cefais ces cest cawsom cawsoch cawsant cawson caiff cawn cewch cânt caed cafwyd cawsai ; gwybod gŵyr
gwyddost gwyddom gwyddoch gwyddant gwyddai gwyddys gwyddwn gwyddon ; adnabod adwaen adwaenai adwaenid
adnabyddodd adnabyddir ; rhoi rhoddi rhoddodd rhoddwyd rhoes rhowch rhoddir rhoddai rhown rhônt rhois rhoesant
rhoddant ; dweud dywedodd dywed dywedwyd dywedir dywedai dwedodd dywedwch dywedais dywedant dwedais ; gweld
gwelodd gwelwyd gwelir gwelais gwelwch gwelai gweled gwelsom gwelsant gweler gwelsai ; cymryd cymerodd cymerwyd
cymerir cymerwch cymerai cymerais cymerant ; dwyn dygodd dygwyd dygir ; cynnwys cynhwysodd cynhwyswyd cynhwysir
cynhwysai ; cynnal cynhaliodd cynhaliwyd cynhelir cynhaliai cynhaliwch ; cynnig cynigiodd cynigiwyd cynigir
cynigiais ; arwain arweiniodd arweiniwyd arweinir arweiniai ; cyrraedd cyrhaeddodd cyrhaeddwyd cyrhaeddir
cyrhaeddais cyrhaeddai ; sefyll safodd safwyd sefir safai saif ; dal daliodd daliwyd delir daliai ; gadael
gadawodd gadawyd gadewir gadewch gadawai gadewais ; troi trodd trowyd troir trowch trôi troes ; deall deallodd
dealltwyd deellir ; gofyn gofynnodd gofynnwyd gofynnir gofynnwch ; cadw cadwodd cadwyd cedwir ceidw cadwch ;
gallu galla gallaf gallai gallwn gallwch gallant gallech gellir gellid gallodd gallem gallent ; medru medr
medrai medraf ; dylai dylwn dylid dylech dylem dylent dylen dylet ; gwrando gwrandewch gwrandawodd gwrandawyd
gwrandewir ; peidio paid peidiwch ; da gwell gorau ; drwg gwaeth gwaethaf ; mawr mwy mwyaf ; bach llai lleiaf ;
hen hŷn hynaf ; hir hirach hiraf ; uchel uwch uchaf ; hawdd haws hawsaf ; plentyn plant ; rhiant rhieni ; merch
merched ; mab meibion ; bachgen bechgyn ; brawd brodyr ; gŵr gwŷr ; chwaer chwiorydd ; gwraig gwragedd ; tŷ tai
; llaw dwylo ; llygad llygaid ; troed traed ; dant dannedd ; ci cŵn ; lle llefydd lleoedd ; aderyn adar ; coeden
coed ; mochyn moch ; athro athrawon ; iaith ieithoedd ; ffordd ffyrdd ; corff cyrff ; asgwrn esgyrn ; castell
cestyll ; dŵr dyfroedd ; noson nosweithiau ; blwyddyn blynyddoedd blynedd ; arall eraill ; ysbyty ysbytai ;
gwefan gwefannau ; dalen dail ; pentref pentrefi ; stori straeon storïau ; gwlad gwledydd ; maes meysydd ;
carreg cerrig ; porth pyrth ; bardd beirdd ; cyfaill cyfeillion ; llythyren llythrennau ; hogyn hogiau ; cân
caneuon ; enaid eneidiau ; cariad cariadon
"""
IRREGULAR = tuple(" ".join(row.split()) for row in _ROWS.split(";"))
SHORT = {"s": "adran", "a": "adran", "adr": "adran", "atod": "atodlen"}
