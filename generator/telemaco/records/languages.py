"""Which languages there are: codes of BCP 47 that Unicode's CLDR 47 has an English name for."""

_WITH_TWO_LETTERS = (
    "aa/aar ab/abk ae/ave af/afr ak/aka/fat/twi am/amh an/arg ar/ara/arb as/asm av/ava "
    "ay/aym/ayr az/aze/azj ba/bak be/bel bg/bul bi/bis bm/bam bn/ben bo/bod/tib br/bre bs/bos "
    "ca/cat ce/che ch/cha co/cos cr/cre/cwd cs/ces/cze cu/chu cv/chv cy/cym/wel da/dan "
    "de/deu/ger dv/div dz/adp/dzo ee/ewe el/ell/gre en/eng eo/epo es/spa et/ekk/est eu/baq/eus "
    "fa/fas/per/pes ff/fuc/ful fi/fin fj/fij fo/fao fr/fra/fre fy/fry ga/gle gd/gla gl/glg "
    "gn/grn/gug gu/guj/prp gv/glv ha/hau he/heb hi/hin ho/hmo hr/hrv/scr ht/hat hu/hun "
    "hy/arm/hye hz/her ia/ina id/ind ie/ile ig/ibo ii/iii ik/esk/ipk io/ido is/ice/isl it/ita "
    "iu/ike/iku ja/jpn jv/jav ka/geo/kat kg/kng/kon ki/kik kj/kua kk/kaz kl/kal km/khm kn/kan "
    "ko/kor kr/kau/knc ks/kas ku/kmr/kur kv/kom/kpv kw/cor ky/kir la/lat lb/ltz lg/lug li/lim "
    "ln/lin lo/lao lt/lit lu/lub lv/lav/lvs mg/mlg/plt mh/mah mi/mao/mri mk/mac/mkd ml/mal "
    "mn/drh/khk/mon mr/mar ms/may/msa/zsm mt/mlt my/bur/mya na/nau nb/nob nd/nde ne/nep/npi "
    "ng/ndo nl/dut/nld nn/nno no/nor nr/nbl nv/nav ny/nya oc/oci oj/ojg/oji om/gaz/orm "
    "or/ori/ory os/oss pa/pan pi/pli pl/pol ps/pbu/pus pt/por qu/que/quz rm/roh rn/run "
    "ro/mol/ron/rum ru/rus rw/kin sa/cls/san sc/src/srd sd/snd se/sme sg/sag si/sin sk/slk/slo "
    "sl/slv sm/smo sn/sna so/som sq/alb/als/sqi sr/scc/srp ss/ssw st/sot su/sun sv/swe "
    "sw/swa/swh ta/tam te/tel tg/tgk th/tha ti/tir tk/tuk tn/tsn to/ton tr/tur ts/tso tt/tat "
    "ty/tah ug/uig uk/ukr ur/urd uz/uzb/uzn ve/ven vi/vie vo/vol wa/wln wo/wol xh/xho "
    "yi/ydd/yid yo/yor za/zha/zyb zh/chi/cmn/zho zu/zul "
)
"""After the slash: codes that people write for it, too, of ISO 639-2 and others."""

_WITH_THREE_LETTERS = (
    "ace ach ada ady aeb afh agq ain akk akz ale aln alt ang ann anp arc arn aro arp arq ars "
    "arw ary arz asa ase ast atj avk awa bal ban bar bas bax bbc bbj bej bem bew bez bfd bfq "
    "bgc bgn bho bik bin bjn bkm bla blo blt bpy bqi bra brh brx bss bua bug bum byn byv cad "
    "car cay cch ccp ceb cgg chb chg chk chm chn cho chp chr chy cic ckb clc cop cps crg crh "
    "crj crk crl crm crr crs csb csw dak dar dav del den dgr din dje doi dsb dtp dua dum dyo "
    "dyu dzg ebu efi egl egy eka elx enm esu ewo ext fan fil fit fon frc frm fro frp frr frs "
    "fur gaa gag gan gay gba gbz gez gil glk gmh goh gon gor got grb grc gsw guc gur guz gwi "
    "hai hak haw hax hif hil hit hmn hnj hsb hsn hup hur iba ibb ikt ilo inh izh jam jbo jgo "
    "jmc jpr jrb jut kaa kab kac kaj kam kaw kbd kbl kcg kde kea ken kfo kgp kha kho khq khw "
    "kiu kkj kln kmb koi kok kos kpe krc kri krj krl kru ksb ksf ksh kum kut kwk kxv lad lag "
    "lah lam lez lfn lij lil liv lkt lmo lol lou loz lrc lsm ltg lua lui lun luo lus luy lzh "
    "lzz mad maf mag mai mak man mas mde mdf mdr men mer mfe mga mgh mgo mic min mnc mni moe "
    "moh mos mrj mua mus mwl mwr mwv mye myv mzn nan nap naq nds new nia niu njo nmg nnh nog "
    "non nov nqo nso nus nwc nym nyn nyo nzi ojb ojc ojs ojw oka osa ota pag pal pam pap pau "
    "pcd pcm pdc pdt peo pfl phn pis pms pnt pon pqm prg pro quc qug raj rap rar rgn rhg rif "
    "rof rom rtm rue rug rup rwk sad sah sam saq sas sat saz sba sbp scn sco sdc sdh see seh "
    "sei sel ses sga sgs shi shn shu sid slh sli sly sma smj smn sms snk sog srn srr ssy stq "
    "str suk sus sux swb syc syr szl tce tcy tem teo ter tet tgx tht tig tiv tkl tkr tlh tli "
    "tly tmh tog tok tpi tru trv trw tsd tsi ttm ttt tum tvl twq tyv tzm udm uga umb vai vec "
    "vep vls vmf vmw vot vro vun wae wal war was wbp wuu xal xmf xnr xog yao yap yav ybb yrl "
    "yue zap zbl zea zen zgh zun zza "
)

_CODES = [entry.split("/") for entry in _WITH_TWO_LETTERS.split()]

LANGUAGES = frozenset((*(code for code, *_ in _CODES), *_WITH_THREE_LETTERS.split()))
"""Languages without a region: it, grc."""

OTHER_CODES = {other: code for code, *others in _CODES for other in others}
"""The code of a language by others that it has, too: eng, ita."""


def is_language(code: str) -> bool:
    """Whether there is such a language; a region after it is not looked at."""
    return code.partition("-")[0] in LANGUAGES
