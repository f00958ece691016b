/**
 * Subtags of the IANA Language Subtag Registry (RFC 5646 §3), file date 2025-08-25: facts of the
 * registry in a compact form. Deprecated subtags exist and stand here too.
 */

/** ISO 639-1, two letters each. */
export const LANGUAGES_OF_TWO = `
  aaabaeafakamanarasavayazbabebgbhbibmbnbobrbscacechcocrcscucvcydadedvdzeeeleneoeseteufafffifj
  fofrfygagdglgngugvhahehihohrhthuhyhziaidieigiiikinioisitiuiwjajijvjwkakgkikjkkklkmknkokrksku
  kvkwkylalblglilnloltlulvmgmhmimkmlmnmomrmsmtmynanbndnengnlnnnonrnvnyocojomorospapiplpsptqurm
  rnrorurwsascsdsesgshsiskslsmsnsosqsrssstsusvswtatetgthtitktltntotrtstttwtyugukuruzvevivowawo
  xhyiyozazhzu
`;

/** ISO 639-2, -3 and -5, three letters each. */
export const LANGUAGES_OF_THREE = `
  aaaaabaacaadaaeaafaagaahaaiaakaalaamaanaaoaapaaqaasaataauaavaawaaxaazabaabbabcabdabeabfabg
  abhabiabjablabmabnaboabpabqabrabsabtabuabvabwabxabyabzacaacbacdaceacfachaciackaclacmacnacp
  acqacracsactacuacvacwacxacyaczadaadbaddadeadfadgadhadiadjadladnadoadpadqadradsadtaduadwadx
  adyadzaeaaebaecaedaeeaekaelaemaenaeqaeraesaeuaewaeyaezafaafbafdafeafgafhafiafkafnafoafpafs
  aftafuafzagaagbagcagdageagfaggaghagiagjagkaglagmagnagoagpagqagragsagtaguagvagwagxagyagzaha
  ahbahgahhahiahkahlahmahnahoahpahrahsahtaiaaibaicaidaieaifaigaihaiiaijaikailaimainaioaipaiq
  airaisaitaiwaixaiyajaajgajiajnajpajsajtajuajwajzakbakcakdakeakfakgakhakiakjakkaklakmakoakp
  akqakraksaktakuakvakwakxakyakzalaalcaldalealfalgalhalialjalkallalmalnaloalpalqalralsaltalu
  alvalwalxalyalzamaambamcameamfamgamiamjamkamlammamnamoampamqamramsamtamuamvamwamxamyamzana
  anbancandaneanfanganhanianjankanlanmannanoanpanqanransantanuanvanwanxanyanzaoaaobaocaodaoe
  aofaogaohaoiaojaokaolaomaonaoraosaotaouaoxaozapaapbapcapdapeapfapgaphapiapjapkaplapmapnapo
  appapqaprapsaptapuapvapwapxapyapzaqaaqcaqdaqgaqkaqlaqmaqnaqpaqraqtaqzarbarcardarearhariarj
  arkarlarnaroarparqarrarsartaruarvarwarxaryarzasaasbascasdaseasfasgashasiasjaskaslasnasoasp
  asqasrassastasuasvaswasxasyaszataatbatcatdateatgathatiatjatkatlatmatnatoatpatqatratsattatu
  atvatwatxatyatzauaaubaucaudaueaufaugauhauiaujaukaulaumaunauoaupauqaurausautauuauwauxauyauz
  avbavdaviavkavlavmavnavoavsavtavuavvawaawbawcawdaweawgawhawiawkawmawnawoawrawsawtawuawvaww
  awxawyaxbaxeaxgaxkaxlaxmaxxayaaybaycaydayeaygayhayiaykaylaynayoaypayqayraysaytayuayxayyayz
  azaazbazcazdazgazjazmaznazoaztazzbaababbacbadbaebafbagbahbaibajbalbanbaobapbarbasbatbaubav
  bawbaxbaybazbbabbbbbcbbdbbebbfbbgbbhbbibbjbbkbblbbmbbnbbobbpbbqbbrbbsbbtbbubbvbbwbbxbbybbz
  bcabcbbccbcdbcebcfbcgbchbcibcjbckbclbcmbcnbcobcpbcqbcrbcsbctbcubcvbcwbcybczbdabdbbdcbddbde
  bdfbdgbdhbdibdjbdkbdlbdmbdnbdobdpbdqbdrbdsbdtbdubdvbdwbdxbdybdzbeabebbecbedbeebefbegbehbei
  bejbekbembeobepbeqberbesbetbeubevbewbexbeybezbfabfbbfcbfdbfebffbfgbfhbfibfjbfkbflbfmbfnbfo
  bfpbfqbfrbfsbftbfubfwbfxbfybfzbgabgbbgcbgdbgebgfbggbgibgjbgkbglbgmbgnbgobgpbgqbgrbgsbgtbgu
  bgvbgwbgxbgybgzbhabhbbhcbhdbhebhfbhgbhhbhibhjbhkbhlbhmbhnbhobhpbhqbhrbhsbhtbhubhvbhwbhxbhy
  bhzbiabibbicbidbiebifbigbijbikbilbimbinbiobipbiqbirbitbiubivbiwbixbiybizbjabjbbjcbjdbjebjf
  bjgbjhbjibjjbjkbjlbjmbjnbjobjpbjqbjrbjsbjtbjubjvbjwbjxbjybjzbkabkbbkcbkdbkfbkgbkhbkibkjbkk
  bklbkmbknbkobkpbkqbkrbksbktbkubkvbkwbkxbkybkzblablbblcbldbleblfblgblhblibljblkbllblmblnblo
  blpblqblrblsbltblvblwblxblyblzbmabmbbmcbmdbmebmfbmgbmhbmibmjbmkbmlbmmbmnbmobmpbmqbmrbmsbmt
  bmubmvbmwbmxbmybmzbnabnbbncbndbnebnfbngbnibnjbnkbnlbnmbnnbnobnpbnqbnrbnsbntbnubnvbnwbnxbny
  bnzboabobboebofbogbohboibojbokbolbombonboobopboqborbotboubovbowboxboybozbpabpbbpcbpdbpebpg
  bphbpibpjbpkbplbpmbpnbpobppbpqbprbpsbptbpubpvbpwbpxbpybpzbqabqbbqcbqdbqfbqgbqhbqibqjbqkbql
  bqmbqnbqobqpbqqbqrbqsbqtbqubqvbqwbqxbqybqzbrabrbbrcbrdbrfbrgbrhbribrjbrkbrlbrmbrnbrobrpbrq
  brrbrsbrtbrubrvbrwbrxbrybrzbsabsbbscbsebsfbsgbshbsibsjbskbslbsmbsnbsobspbsqbsrbssbstbsubsv
  bswbsxbsybtabtbbtcbtdbtebtfbtgbthbtibtjbtkbtlbtmbtnbtobtpbtqbtrbtsbttbtubtvbtwbtxbtybtzbua
  bubbucbudbuebufbugbuhbuibujbukbumbunbuobupbuqbusbutbuubuvbuwbuxbuybuzbvabvbbvcbvdbvebvfbvg
  bvhbvibvjbvkbvlbvmbvnbvobvpbvqbvrbvtbvubvvbvwbvxbvybvzbwabwbbwcbwdbwebwfbwgbwhbwibwjbwkbwl
  bwmbwnbwobwpbwqbwrbwsbwtbwubwwbwxbwybwzbxabxbbxcbxdbxebxfbxgbxhbxibxjbxkbxlbxmbxnbxobxpbxq
  bxrbxsbxubxvbxwbxxbxzbyabybbycbydbyebyfbygbyhbyibyjbykbylbymbynbyobypbyqbyrbysbytbyvbywbyx
  byybyzbzabzbbzcbzdbzebzfbzgbzhbzibzjbzkbzlbzmbznbzobzpbzqbzrbzsbztbzubzvbzwbzxbzybzzcaacab
  caccadcaecafcagcahcaicajcakcalcamcancaocapcaqcarcascaucavcawcaxcaycazcbacbbcbccbdcbecbgcbh
  cbicbjcbkcblcbncbocbqcbrcbscbtcbucbvcbwcbyccacccccdcceccgcchccjcclccmccnccoccpccqccrccscda
  cdccddcdecdfcdgcdhcdicdjcdmcdncdocdrcdscdycdzceacebcegcekcelcencetceycfacfdcfgcfmcgacgccgg
  cgkchbchcchdchfchgchhchjchkchlchmchnchochpchqchrchtchwchxchychzciacibciccidciecihcikcimcin
  cipcirciwciycjacjecjhcjicjkcjmcjncjocjpcjrcjscjvcjyckackbckhcklckmcknckockqckrckscktckuckv
  ckxckyckzclaclccldcleclhclicljclkcllclmcloclscltcluclwclycmacmccmecmgcmicmkcmlcmmcmncmocmr
  cmscmtcnacnbcnccngcnhcnicnkcnlcnocnpcnqcnrcnscntcnucnwcnxcoacobcoccodcoecofcogcohcojcokcol
  comconcoocopcoqcotcoucovcowcoxcoycozcpacpbcpccpecpfcpgcpicpncpocppcpscpucpxcpycqdcqucracrb
  crccrdcrfcrgcrhcricrjcrkcrlcrmcrncrocrpcrqcrrcrscrtcrvcrwcrxcrycrzcsacsbcsccsdcsecsfcsgcsh
  csicsjcskcslcsmcsncsocspcsqcsrcsscstcsucsvcswcsxcsycszctactcctdctectgcthctlctmctnctoctpcts
  cttctuctyctzcuacubcuccugcuhcuicujcukculcumcuocupcuqcurcuscutcuucuvcuwcuxcuycvgcvncwacwbcwd
  cwecwgcwtcxhcyacybcyoczhczkcznczocztdaadacdaddaedafdagdahdaidajdakdaldamdaodapdaqdardasdau
  davdawdaxdaydazdbadbbdbddbedbfdbgdbidbjdbldbmdbndbodbpdbqdbrdbtdbudbvdbwdbydccdcrddaddddde
  ddgddiddjddnddoddrddsddwdecdeddeedefdegdehdeidekdeldemdendepdeqderdesdevdezdgadgbdgcdgddge
  dggdghdgidgkdgldgndgodgrdgsdgtdgudgwdgxdgzdhadhddhgdhidhldhmdhndhodhrdhsdhudhvdhwdhxdiadib
  dicdiddifdigdihdiidijdikdildimdindiodipdiqdirdisditdiudiwdixdiydizdjadjbdjcdjddjedjfdjidjj
  djkdjldjmdjndjodjrdjudjwdkadkgdkkdkldkrdksdkxdlgdlkdlmdlndmadmbdmcdmddmedmfdmgdmkdmldmmdmn
  dmodmrdmsdmudmvdmwdmxdmydnadnddnedngdnidnjdnkdnndnodnrdntdnudnvdnwdnydoadobdocdoedofdohdoi
  dokdoldondoodopdoqdordosdotdovdowdoxdoydozdppdradrbdrcdrddredrgdrhdridrldrndrodrqdrrdrsdrt
  drudrwdrydsbdsedshdsidskdsldsndsodsqdszdtadtbdtddthdtidtkdtmdtndtodtpdtrdtsdttdtudtyduadub
  ducdudduedufdugduhduidujdukduldumdunduodupduqdurdusduuduvduwduxduyduzdvadwadwkdwldwrdwsdwu
  dwwdwydwzdyadybdyddygdyidymdyndyodyrdyudyydzadzddzedzgdzldzneaaebcebgebkeboebrebuecrecsecy
  eeeefaefeefiegaeglegmegoegxegyehsehueipeiteivejaekaekcekeekgekiekkeklekmekoekpekrekyeleelh
  elielkelmeloelpeluelxemaembemeemgemiemkemmemnemoempemqemsemuemwemxemyemzenaenbencendenfenh
  enlenmennenoenqenrenuenvenwenxeotepieraergerherierkeroerrerserterweseesgeshesieskeslesmesn
  esoesqessesuesxesyetbetcethetnetoetretsettetuetxetzeudeuqeveevhevnewoexteyaeyoezaezefaafab
  fadfaffagfahfaifajfakfalfamfanfapfarfatfaufaxfayfazfblfcsferffiffmfgrfiafiefiffilfipfirfit
  fiufiwfkkfkvflaflhflifllflnflrflyfmpfmufnbfngfnifodfoifomfonforfosfoxfpefqsfrcfrdfrkfrmfro
  frpfrqfrrfrsfrtfsefslfssfubfucfudfuefuffuhfuifujfumfunfuqfurfutfuufuvfuyfvrfwafwegaagabgac
  gadgaegafgaggahgaigajgakgalgamgangaogapgaqgargasgatgaugavgawgaxgaygazgbagbbgbcgbdgbegbfgbg
  gbhgbigbjgbkgblgbmgbngbogbpgbqgbrgbsgbugbvgbwgbxgbygbzgccgcdgcegcfgclgcngcrgctgdagdbgdcgdd
  gdegdfgdggdhgdigdjgdkgdlgdmgdngdogdqgdrgdsgdtgdugdxgeagebgecgedgefgeggehgeigejgekgelgemgeq
  gesgevgewgexgeygezgfkgftgfxggaggbggdggegggggkgglggnggoggrggtgguggwghaghcgheghhghkghlghngho
  ghrghsghtgiagibgicgidgiegiggihgiigilgimgingiogipgiqgirgisgitgiugiwgixgiygizgjigjkgjmgjngjr
  gjugkagkdgkegkngkogkpgkuglbglcgldglhgligljglkgllgloglrgluglwglygmagmbgmdgmegmggmhgmlgmmgmn
  gmqgmrgmugmvgmwgmxgmygmzgnagnbgncgndgnegnggnhgnignjgnkgnlgnmgnngnognqgnrgntgnugnwgnzgoagob
  gocgodgoegofgoggohgoigojgokgolgomgongoogopgoqgorgosgotgougovgowgoxgoygozgpagpegpngqagqigqn
  gqrgqugragrbgrcgrdgrggrhgrigrjgrkgrmgrogrqgrrgrsgrtgrugrvgrwgrxgrygrzgsegsggslgsmgsngsogsp
  gssgswgtagtigtuguagubgucgudguegufgugguhguigukgulgumgunguogupguqgurgusgutguuguvguwguxguzgva
  gvcgvegvfgvjgvlgvmgvngvogvpgvrgvsgvygwagwbgwcgwdgwegwfgwggwigwjgwmgwngwrgwtgwugwwgwxgxxgya
  gybgydgyegyfgyggyigylgymgyngyogyrgyygyzgzagzigznhaahabhachadhaehafhaghahhaihajhakhalhamhan
  haohaphaqharhashavhawhaxhayhazhbahbbhbnhbohbuhcahchhdnhdshdyheahedheghehheihemhgmhgwhhihhr
  hhyhiahibhidhifhighihhiihijhikhilhimhiohirhithiwhixhjihkahkehkhhkkhknhkshlahlbhldhlehlthlu
  hmahmbhmchmdhmehmfhmghmhhmihmjhmkhmlhmmhmnhmphmqhmrhmshmthmuhmvhmwhmxhmyhmzhnahndhnehnghnh
  hnihnjhnmhnnhnohnshnuhoahobhochodhoehohhoihojhokholhomhoohophorhoshothovhowhoyhozhpohpshra
  hrchrehrkhrmhrohrphrrhrthruhrwhrxhrzhsbhshhslhsnhsshtihtohtshtuhtxhubhuchudhuehufhughuhhui
  hujhukhulhumhuohuphuqhurhushuthuuhuvhuwhuxhuyhuzhvchvehvkhvnhvvhwahwchwohyahywhyxiaiianiap
  iaribaibbibdibeibgibhibiiblibmibnibribuibyicaichiclicridaidbidciddideidiidridsidtiduifaifb
  ifeiffifkifmifuifyigbigeiggigligmignigoigsigwihbihiihpihwiiniirijcijeijjijnijoijsikeikhiki
  ikkiklikoikpikriksiktikvikwikxikzilailbilgiliilkillilmiloilpilsiluilvilwimaimeimiimlimnimo
  imrimsimtimyinbincineinginhinjinlinminninoinpinsintinzioriouiowipiipoiquiqwiraireirhiriirk
  irniroirriruirxiryisaiscisdiseisgishisiiskismisnisoisristisuisvitbitcitditeitiitkitlitmito
  itritsittitvitwitxityitziumivbivviwkiwmiwoiwsixcixliyaiyoiyxizhiziizmizrizzjaajabjacjadjae
  jafjahjajjakjaljamjanjaojaqjarjasjatjaujaxjayjazjbejbijbjjbkjbmjbnjbojbrjbtjbujbwjcsjctjda
  jdgjdtjebjeejegjehjeijekjeljenjerjetjeujgbjgejgkjgojhijhsjiajibjicjidjiejigjihjiijiljimjio
  jiqjitjiujivjiyjjejjrjkajkmjkojkpjkrjksjkujlejlsjmajmbjmcjmdjmijmljmnjmrjmsjmwjmxjnajndjng
  jnijnjjnljnsjobjodjogjorjosjowjpajprjpxjqrjrajrbjrrjrtjrujsljuajubjucjudjuhjuijukjuljumjun
  juojupjurjusjutjuujuwjuyjvdjvnjwijyajyejyykaakabkackadkaekafkagkahkaikajkakkamkaokapkaqkar
  kavkawkaxkaykbakbbkbckbdkbekbfkbgkbhkbikbjkbkkblkbmkbnkbokbpkbqkbrkbskbtkbukbvkbwkbxkbykbz
  kcakcbkcckcdkcekcfkcgkchkcikcjkckkclkcmkcnkcokcpkcqkcrkcskctkcukcvkcwkcxkcykczkdakdckddkde
  kdfkdgkdhkdikdjkdkkdlkdmkdnkdokdpkdqkdrkdtkdukdvkdwkdxkdykdzkeakebkeckedkeekefkegkehkeikej
  kekkelkemkenkeokepkeqkerkesketkeukevkewkexkeykezkfakfbkfckfdkfekffkfgkfhkfikfjkfkkflkfmkfn
  kfokfpkfqkfrkfskftkfukfvkfwkfxkfykfzkgakgbkgckgdkgekgfkggkghkgikgjkgkkglkgmkgnkgokgpkgqkgr
  kgskgtkgukgvkgwkgxkgykhakhbkhckhdkhekhfkhgkhhkhikhjkhkkhlkhnkhokhpkhqkhrkhskhtkhukhvkhwkhx
  khykhzkiakibkickidkiekifkigkihkiikijkilkimkiokipkiqkiskitkiukivkiwkixkiykizkjakjbkjckjdkje
  kjfkjgkjhkjikjjkjkkjlkjmkjnkjokjpkjqkjrkjskjtkjukjvkjxkjykjzkkakkbkkckkdkkekkfkkgkkhkkikkj
  kkkkklkkmkknkkokkpkkqkkrkkskktkkukkvkkwkkxkkykkzklaklbklckldkleklfklgklhklikljklkkllklmkln
  kloklpklqklrklskltkluklvklwklxklyklzkmakmbkmckmdkmekmfkmgkmhkmikmjkmkkmlkmmkmnkmokmpkmqkmr
  kmskmtkmukmvkmwkmxkmykmzknaknbknckndkneknfkngkniknjknkknlknmknnknoknpknqknrknskntknuknvknw
  knxknyknzkoakockodkoekofkogkohkoikojkokkolkookopkoqkoskotkoukovkowkoxkoykozkpakpbkpckpdkpe
  kpfkpgkphkpikpjkpkkplkpmkpnkpokppkpqkprkpskptkpukpvkpwkpxkpykpzkqakqbkqckqdkqekqfkqgkqhkqi
  kqjkqkkqlkqmkqnkqokqpkqqkqrkqskqtkqukqvkqwkqxkqykqzkrakrbkrckrdkrekrfkrhkrikrjkrkkrlkrmkrn
  krokrpkrrkrskrtkrukrvkrwkrxkrykrzksaksbkscksdkseksfksgkshksiksjkskkslksmksnksokspksqksrkss
  kstksuksvkswksxksykszktaktbktcktdktektfktgkthktiktjktkktlktmktnktoktpktqktrktskttktuktvktw
  ktxktyktzkubkuckudkuekufkugkuhkuikujkukkulkumkunkuokupkuqkuskutkuukuvkuwkuxkuykuzkvakvbkvc
  kvdkvekvfkvgkvhkvikvjkvkkvlkvmkvnkvokvpkvqkvrkvskvtkvukvvkvwkvxkvykvzkwakwbkwckwdkwekwfkwg
  kwhkwikwjkwkkwlkwmkwnkwokwpkwqkwrkwskwtkwukwvkwwkwxkwykwzkxakxbkxckxdkxekxfkxhkxikxjkxkkxl
  kxmkxnkxokxpkxqkxrkxskxtkxukxvkxwkxxkxykxzkyakybkyckydkyekyfkygkyhkyikyjkykkylkymkynkyokyp
  kyqkyrkyskytkyukyvkywkyxkyykyzkzakzbkzckzdkzekzfkzgkzhkzikzjkzkkzlkzmkznkzokzpkzqkzrkzskzt
  kzukzvkzwkzxkzykzzlaalablacladlaelaflaglahlailajlaklallamlanlaplaqlarlaslaulawlaxlaylazlba
  lbblbclbelbflbglbilbjlbklbllbmlbnlbolbqlbrlbslbtlbulbvlbwlbxlbylbzlcclcdlcelcflchlcllcmlcp
  lcqlcsldaldblddldgldhldildjldkldlldmldnldoldpldqlealeblecledleelefleglehleilejleklellemlen
  leolepleqlerlesletleulevlewlexleylezlfalfnlgalgblgglghlgilgklgllgmlgnlgolgqlgrlgslgtlgulgz
  lhalhhlhilhllhmlhnlhplhslhtlhulialibliclidlielifliglihliilijliklilliolipliqlirlisliulivliw
  lixliylizljaljeljiljlljpljwljxlkalkblkclkdlkelkhlkilkjlkllkmlknlkolkrlkslktlkulkyllallbllc
  lldllellfllgllhllilljllklllllmllnllollpllqllsllullxlmalmblmclmdlmelmflmglmhlmilmjlmklmllmm
  lmnlmolmplmqlmrlmulmvlmwlmxlmylmzlnalnblndlnglnhlnilnjlnllnmlnnlnolnslnulnwlnzloaloblocloe
  lofloglohloilojloklollomlonlooloploqlorloslotloulovlowloxloylozlpalpelpnlpolpxlqrlralrclre
  lrglrilrklrllrmlrnlrolrrlrtlrvlrzlsalsblsclsdlselsglshlsilsllsmlsnlsolsplsrlsslstlsvlswlsy
  ltcltglthltiltnltoltsltulualucludluelufluhluilujluklullumlunluolupluqlurluslutluuluvluwluy
  luzlvalvilvklvllvslvulwalwelwglwhlwllwmlwolwslwtlwulwwlxmlyalyglynlzhlzllznlzzmaamabmadmae
  mafmagmaimajmakmammanmapmaqmasmatmaumavmawmaxmazmbambbmbcmbdmbembfmbhmbimbjmbkmblmbmmbnmbo
  mbpmbqmbrmbsmbtmbumbvmbwmbxmbymbzmcamcbmccmcdmcemcfmcgmchmcimcjmckmclmcmmcnmcomcpmcqmcrmcs
  mctmcumcvmcwmcxmcymczmdamdbmdcmddmdemdfmdgmdhmdimdjmdkmdlmdmmdnmdpmdqmdrmdsmdtmdumdvmdwmdx
  mdymdzmeamebmecmedmeemefmegmehmeimejmekmelmemmenmeomepmeqmermesmetmeumevmewmeymezmfamfbmfc
  mfdmfemffmfgmfhmfimfjmfkmflmfmmfnmfomfpmfqmfrmfsmftmfumfvmfwmfxmfymfzmgamgbmgcmgdmgemgfmgg
  mghmgimgjmgkmglmgmmgnmgomgpmgqmgrmgsmgtmgumgvmgwmgxmgymgzmhamhbmhcmhdmhemhfmhgmhhmhimhjmhk
  mhlmhmmhnmhomhpmhqmhrmhsmhtmhumhwmhxmhymhzmiamibmicmidmiemifmigmihmiimijmikmilmimminmiomip
  miqmirmismitmiumiwmixmiymizmjamjbmjcmjdmjemjgmjhmjimjjmjkmjlmjmmjnmjomjpmjqmjrmjsmjtmjumjv
  mjwmjxmjymjzmkamkbmkcmkemkfmkgmkhmkimkjmkkmklmkmmknmkomkpmkqmkrmksmktmkumkvmkwmkxmkymkzmla
  mlbmlcmldmlemlfmlhmlimljmlkmllmlmmlnmlomlpmlqmlrmlsmlumlvmlwmlxmlzmmammbmmcmmdmmemmfmmgmmh
  mmimmjmmkmmlmmmmmnmmommpmmqmmrmmtmmummvmmwmmxmmymmzmnamnbmncmndmnemnfmngmnhmnimnjmnkmnlmnm
  mnnmnomnpmnqmnrmnsmntmnumnvmnwmnxmnymnzmoamocmodmoemofmogmohmoimojmokmommoomopmoqmormosmot
  moumovmowmoxmoymozmpampbmpcmpdmpempgmphmpimpjmpkmplmpmmpnmpomppmpqmprmpsmptmpumpvmpwmpxmpy
  mpzmqamqbmqcmqemqfmqgmqhmqimqjmqkmqlmqmmqnmqomqpmqqmqrmqsmqtmqumqvmqwmqxmqymqzmramrbmrcmrd
  mremrfmrgmrhmrjmrkmrlmrmmrnmromrpmrqmrrmrsmrtmrumrvmrwmrxmrymrzmsbmscmsdmsemsfmsgmshmsimsj
  mskmslmsmmsnmsomspmsqmsrmssmstmsumsvmswmsxmsymszmtamtbmtcmtdmtemtfmtgmthmtimtjmtkmtlmtmmtn
  mtomtpmtqmtrmtsmttmtumtvmtwmtxmtymuamubmucmudmuemugmuhmuimujmukmulmummunmuomupmuqmurmusmut
  muumuvmuxmuymuzmvamvbmvdmvemvfmvgmvhmvimvkmvlmvmmvnmvomvpmvqmvrmvsmvtmvumvvmvwmvxmvymvzmwa
  mwbmwcmwdmwemwfmwgmwhmwimwjmwkmwlmwmmwnmwomwpmwqmwrmwsmwtmwumwvmwwmwxmwymwzmxamxbmxcmxdmxe
  mxfmxgmxhmximxjmxkmxlmxmmxnmxomxpmxqmxrmxsmxtmxumxvmxwmxxmxymxzmybmycmydmyemyfmygmyhmyimyj
  mykmylmymmynmyomypmyqmyrmysmytmyumyvmywmyxmyymyzmzamzbmzcmzdmzemzgmzhmzimzjmzkmzlmzmmznmzo
  mzpmzqmzrmzsmztmzumzvmzwmzxmzymzznaanabnacnadnaenafnagnahnainajnaknalnamnannaonapnaqnarnas
  natnawnaxnaynaznbanbbnbcnbdnbenbfnbgnbhnbinbjnbknbmnbnnbonbpnbqnbrnbsnbtnbunbvnbwnbxnbynca
  ncbnccncdncencfncgnchncincjncknclncmncnnconcpncqncrncsnctncuncxnczndandbndcnddndfndgndhndi
  ndjndkndlndmndnndpndqndrndsndtndundvndwndxndyndzneanebnecnedneenefnegnehneinejneknemnenneo
  neqnernesnetneunevnewnexneyneznfanfdnflnfrnfungangbngcngdngengfnggnghngingjngknglngmngnngo
  ngpngqngrngsngtngungvngwngxngyngznhanhbnhcnhdnhenhfnhgnhhnhinhknhmnhnnhonhpnhqnhrnhtnhunhv
  nhwnhxnhynhznianibnicnidnienifnignihniinijniknilnimninnioniqnirnisnitniunivniwnixniyniznja
  njbnjdnjhnjinjjnjlnjmnjnnjonjrnjsnjtnjunjxnjynjznkankbnkcnkdnkenkfnkgnkhnkinkjnkknkmnknnko
  nkpnkqnkrnksnktnkunkvnkwnkxnkznlanlcnlenlgnlinljnlknllnlmnlnnlonlqnlrnlunlvnlwnlxnlynlznma
  nmbnmcnmdnmenmfnmgnmhnminmjnmknmlnmmnmnnmonmpnmqnmrnmsnmtnmunmvnmwnmxnmynmznnannbnncnndnne
  nnfnngnnhnninnjnnknnlnnmnnnnnpnnqnnrnnsnntnnunnvnnwnnxnnynnznoanocnodnoenofnognohnoinojnok
  nolnomnonnoonopnoqnosnotnounovnownoynoznpanpbnpgnphnpinplnpnnponpsnpunpxnpynqgnqknqlnqmnqn
  nqonqqnqtnqynranrbnrcnrenrfnrgnrinrknrlnrmnrnnrpnrrnrtnrunrxnrznsansbnscnsdnsensfnsgnshnsi
  nsknslnsmnsnnsonspnsqnsrnssnstnsunsvnswnsxnsynszntdntentgntintjntkntmntontpntrntsntuntwntx
  ntyntznuanubnucnudnuenufnugnuhnuinujnuknulnumnunnuonupnuqnurnusnutnuunuvnuwnuxnuynuznvhnvm
  nvonwanwbnwcnwenwgnwinwmnwonwrnwwnwxnwynxanxdnxenxgnxinxknxlnxmnxnnxonxqnxrnxunxxnybnycnyd
  nyenyfnygnyhnyinyjnyknylnymnynnyonypnyqnyrnysnytnyunyvnywnyxnyynzanzbnzdnzinzknzmnzrnzsnzu
  nzynzzoaaoacoakoaroavobiobkoblobmoboobrobtobuocaochocmocoocuodaodkodtoduofoofsofuogbogcoge
  oggogooguohtohuoiaoieoinojbojcojgojpojsojvojwokaokbokcokdokeokgokhokiokjokkoklokmoknokookr
  oksokuokvokxokzolaoldoleolkolmoloolroltoluomaombomcomeomgomiomkomlomnomoompomqomromtomuomv
  omwomxomyonaonboneongonionjonkonnonoonponronsontonuonwonxoodoogoonooroosopaopkopmopooptopy
  oraorcoreorgorhornoroorrorsortoruorvorworxoryorzosaoscosiosnosoospostosuosxotaotbotdoteoti
  otkotlotmotnotootqotrotsottotuotwotxotyotzouaouboueouioumounovdowiowloyboydoymoyyozmpaapab
  pacpadpaepafpagpahpaipakpalpampaopappaqparpaspatpaupavpawpaxpaypazpbbpbcpbepbfpbgpbhpbipbl
  pbmpbnpbopbppbrpbspbtpbupbvpbypbzpcapcbpccpcdpcepcfpcgpchpcipcjpckpclpcmpcnpcppcrpcwpdapdc
  pdipdnpdopdtpdupeapebpedpeepefpegpehpeipejpekpelpempeopeppeqpespevpexpeypezpfapfepflpgapgd
  pggpgipgkpglpgnpgspgupgypgzphaphdphgphhphiphjphkphlphmphnphophqphrphtphuphvphwpiapibpicpid
  piepifpigpihpiipijpilpimpinpiopippirpispitpiupivpiwpixpiypizpjtpkapkbpkcpkgpkhpknpkopkppkr
  pkspktpkuplaplbplcpldpleplfplgplhpljplkpllplnploplpplqplrplspltpluplvplwplyplzpmapmbpmcpmd
  pmepmfpmhpmipmjpmkpmlpmmpmnpmopmqpmrpmspmtpmupmwpmxpmypmzpnapnbpncpndpnepngpnhpnipnjpnkpnl
  pnmpnnpnopnppnqpnrpnspntpnupnvpnwpnxpnypnzpocpodpoepofpogpohpoipokpomponpoopoppoqpospotpov
  powpoxpoypozppappeppippkpplppmppnppopppppqpprppspptppupqapqepqmpqwpraprbprcprdpreprfprgprh
  priprkprlprmprnproprpprqprrprsprtpruprwprxpryprzpsapscpsdpsepsgpshpsipslpsmpsnpsopsppsqpsr
  psspstpsupswpsyptapthptiptnptoptpptqptrpttptuptvptwptypuapubpucpudpuepufpugpuipujpukpumpuo
  puppuqpurputpuupuwpuxpuypuzpwapwbpwgpwipwmpwnpwopwrpwwpxmpyepympynpyspyupyxpyypzepzhpznqua
  qubqucqudqufqugquhquiqukqulqumqunqupquqqurqusquvquwquxquyquzqvaqvcqveqvhqviqvjqvlqvmqvnqvo
  qvpqvsqvwqvyqvzqwaqwcqweqwhqwmqwsqwtqxaqxcqxhqxlqxnqxoqxpqxqqxrqxsqxtqxuqxwqyaqypraarabrac
  radrafragrahrairajrakralramranraorapraqrarrasratrauravrawraxrayrazrbbrbkrblrbprcfrdbreareb
  reeregreirejrelremrenrerresretreyrgargergkrgnrgrrgsrgurhgrhpriaribrierifrilrimrinrirritriu
  rjgrjirjsrkarkbrkhrkirkmrktrkwrmarmbrmcrmdrmermfrmgrmhrmirmkrmlrmmrmnrmormprmqrmrrmsrmtrmu
  rmvrmwrmxrmyrmzrnarnbrndrngrnlrnnrnprnrrnwroarobrocrodroerofrogrolromrooroprorrourowrpnrpt
  rrirrmrrorrtrsbrsirskrslrsmrsnrswrtcrthrtmrtsrtwrubrucruerufrugruhruirukruorupruqrutruuruy
  ruzrwarwkrwlrwmrworwrrxdrxwrynrysryurzhsaasabsacsadsaesafsahsaisajsaksalsamsaosapsaqsarsas
  satsausavsawsaxsaysazsbasbbsbcsbdsbesbfsbgsbhsbisbjsbksblsbmsbnsbosbpsbqsbrsbssbtsbusbvsbw
  sbxsbysbzscascbscescfscgschsciscksclscnscoscpscqscssctscuscvscwscxsdasdbsdcsdesdfsdgsdhsdj
  sdksdlsdmsdnsdosdpsdqsdrsdssdtsdusdvsdxsdzseasebsecsedseesefsegsehseisejsekselsemsenseosep
  seqsersessetseusevsewseysezsfbsfesfmsfssfwsgasgbsgcsgdsgesggsghsgisgjsgksglsgmsgnsgosgpsgr
  sgssgtsgusgwsgxsgysgzshashbshcshdsheshgshhshishjshkshlshmshnshoshpshqshrshsshtshushvshwshx
  shyshzsiasibsidsiesifsigsihsiisijsiksilsimsiosipsiqsirsissitsiusivsiwsixsiysizsjasjbsjcsjd
  sjesjgsjksjlsjmsjnsjosjpsjrsjssjtsjusjwskaskbskcskdskeskfskgskhskiskjskkskmsknskoskpskqskr
  skssktskuskvskwskxskyskzslaslcsldsleslfslgslhslisljsllslmslnslpslqslrslssltsluslwslxslyslz
  smasmbsmcsmdsmfsmgsmhsmismjsmksmlsmmsmnsmpsmqsmrsmssmtsmusmvsmwsmxsmysmzsnbsncsnesnfsngsnh
  snisnjsnksnlsnmsnnsnosnpsnqsnrsnssnusnvsnwsnxsnysnzsoasobsocsodsoesogsohsoisojsoksolsonsoo
  sopsoqsorsossousovsowsoxsoysozspbspcspdspespgspispksplspmspnsposppspqsprspssptspuspvspxspy
  sqasqhsqjsqksqmsqnsqosqqsqrsqssqtsqusqxsrasrbsrcsresrfsrgsrhsrisrksrlsrmsrnsrosrqsrrsrssrt
  srusrvsrwsrxsrysrzssassbsscssdssessfssgsshssissjssksslssmssnssosspssqssrssssstssussvssxssy
  sszstastbstdstestfstgsthstistjstkstlstmstnstostpstqstrstssttstustvstwstysuasubsucsuesugsui
  sujsuksulsumsuosuqsursussutsuvsuwsuxsuysuzsvasvbsvcsvesvksvmsvrsvssvxswbswcswfswgswhswiswj
  swkswlswmswnswoswpswqswrswsswtswuswvswwswxswysxbsxcsxesxgsxksxlsxmsxnsxosxrsxssxusxwsyasyb
  sycsydsyisyksylsymsynsyosyrsyssywsyxsyyszaszbszcszdszeszgszlsznszpszsszvszwszytaatabtactad
  taetaftagtaitajtaktaltantaotaptaqtartastautavtawtaxtaytaztbatbbtbctbdtbetbftbgtbhtbitbjtbk
  tbltbmtbntbotbptbqtbrtbstbttbutbvtbwtbxtbytbztcatcbtcctcdtcetcftcgtchtcitcktcltcmtcntcotcp
  tcqtcstcttcutcwtcxtcytcztdatdbtdctddtdetdftdgtdhtditdjtdktdltdmtdntdotdqtdrtdstdttdutdvtdx
  tdyteatebtectedteeteftegtehteitektemtenteotepteqtertestetteutevtewtexteyteztfitfntfotfrtft
  tgatgbtgctgdtgetgftggtghtgitgjtgntgotgptgqtgrtgstgttgutgvtgwtgxtgytgzthcthdthethfthhthithk
  thlthmthnthpthqthrthsthtthuthvthwthxthythztiatictidtietiftigtihtiitijtiktiltimtintiotiptiq
  tistittiutivtiwtixtiytiztjatjgtjitjjtjltjmtjntjotjptjstjutjwtkatkbtkdtketkftkgtkktkltkmtkn
  tkptkqtkrtkstkttkutkvtkwtkxtkztlatlbtlctldtlftlgtlhtlitljtlktlltlmtlntlotlptlqtlrtlstlttlu
  tlvtlwtlxtlytmatmbtmctmdtmetmftmgtmhtmitmjtmktmltmmtmntmotmptmqtmrtmstmttmutmvtmwtmytmztna
  tnbtnctndtnetnftngtnhtnitnktnltnmtnntnotnptnqtnrtnstnttnutnvtnwtnxtnytnztobtoctodtoetoftog
  tohtoitojtoktoltomtootoptoqtortostoutovtowtoxtoytoztpatpctpetpftpgtpitpjtpktpltpmtpntpotpp
  tpqtprtpttputpvtpwtpxtpytpztqbtqltqmtqntqotqptqqtqrtqttqutqwtratrbtrctrdtretrftrgtrhtritrj
  trktrltrmtrntrotrptrqtrrtrstrttrutrvtrwtrxtrytrztsatsbtsctsdtsetsftsgtshtsitsjtsktsltsmtsp
  tsqtsrtsststtsutsvtswtsxtsytszttattbttcttdttettfttgtthttittjttkttlttmttnttottpttqttrttsttt
  ttuttvttwttyttztuatubtuctudtuetuftugtuhtuitujtultumtuntuotuptuqtustuttuutuvtuwtuxtuytuztva
  tvdtvetvitvktvltvmtvntvotvstvttvutvwtvxtvytwatwbtwctwdtwetwftwgtwhtwltwmtwntwotwptwqtwrtwt
  twutwwtwxtwytxatxbtxctxetxgtxhtxitxjtxmtxntxotxqtxrtxstxttxutxxtxytyatyetyhtyityjtyltyntyp
  tyrtystyttyutyvtyxtyytyztzatzhtzjtzltzmtzntzotzxuamuanuarubaubiublubrubuubyudaudeudgudiudj
  udludmuduuesufiugaugbugeughugnugougyuhauhnuisuivujiukaukgukhukiukkuklukpukquksukuukvukwuky
  ulaulbulculeulfuliulkullulmulnuluulwulyumaumbumcumdumgumiummumnumoumpumrumsumuunaunduneung
  uniunkunmunnunpunrunuunxunzuokuonupiupvuraurburcureurfurgurhuriurjurkurlurmurnurourpurrurt
  uruurvurwurxuryurzusaushusiuskuspussusuutauteuthutputrutuuumuunuuruuuuveuvhuvluwauyauznuzs
  vaavaevafvagvahvaivajvalvamvanvaovapvarvasvauvavvayvbbvbkvecvedvelvemveovepvervgrvgtvicvid
  vifvigvilvinvisvitvivvjkvkavkivkjvkkvklvkmvknvkovkpvktvkuvkzvlpvlsvmavmbvmcvmdvmevmfvmgvmh
  vmivmjvmkvmlvmmvmpvmqvmrvmsvmuvmvvmwvmxvmyvmzvnkvnmvnpvorvotvravrovrsvrtvsivslvsnvsvvtovum
  vunvutvwawaawabwacwadwaewafwagwahwaiwajwakwalwamwanwaowapwaqwarwaswatwauwavwawwaxwaywazwba
  wbbwbewbfwbhwbiwbjwbkwblwbmwbpwbqwbrwbswbtwbvwbwwcawciwddwdgwdjwdkwdtwduwdyweawecwedwegweh
  weiwemwenweowepwerweswetweuwewwfgwgawgbwggwgiwgowguwgwwgywhawhgwhkwhuwibwicwiewifwigwihwii
  wijwikwilwimwinwirwitwiuwivwiwwiywjawjiwkawkbwkdwklwkrwkuwkwwkywlawlcwlewlgwlhwliwlkwllwlm
  wlowlrwlswluwlvwlwwlxwlywmawmbwmcwmdwmewmgwmhwmiwmmwmnwmowmswmtwmwwmxwnbwncwndwnewngwniwnk
  wnmwnnwnownpwnuwnwwnywoawobwocwodwoewofwogwoiwokwomwonwooworwoswowwoywpcwrawrbwrdwrgwrhwri
  wrkwrlwrmwrnwrowrpwrrwrswruwrvwrwwrxwrywrzwsawsgwsiwskwsrwsswsuwsvwtbwtfwthwtiwtkwtmwtwwua
  wubwudwuhwulwumwunwurwutwuuwuvwuxwuywwawwbwwowwrwwwwxawxwwyawybwyiwymwynwyrwyyxaaxabxacxad
  xaexagxaixajxakxalxamxanxaoxapxaqxarxasxatxauxavxawxayxbaxbbxbcxbdxbexbgxbixbjxbmxbnxboxbp
  xbrxbwxbxxbyxcbxccxcexcgxchxclxcmxcnxcoxcrxctxcuxcvxcwxcyxdaxdcxdkxdmxdoxdqxdyxebxedxegxel
  xemxepxerxesxetxeuxfaxgaxgbxgdxgfxggxgixglxgmxgnxgrxguxgwxhaxhcxhdxhexhmxhrxhtxhuxhvxiaxib
  xiixilxinxipxirxisxivxiyxjbxjtxkaxkbxkcxkdxkexkfxkgxkhxkixkjxkkxklxknxkoxkpxkqxkrxksxktxku
  xkvxkwxkxxkyxkzxlaxlbxlcxldxlexlgxlixlnxloxlpxlsxluxlyxmaxmbxmcxmdxmexmfxmgxmhxmjxmkxmlxmm
  xmnxmoxmpxmqxmrxmsxmtxmuxmvxmwxmxxmyxmzxnaxnbxndxngxnhxnixnjxnkxnmxnnxnoxnqxnrxnsxntxnuxny
  xnzxocxodxogxoixokxomxonxooxopxorxowxpaxpbxpcxpdxpexpfxpgxphxpixpjxpkxplxpmxpnxpoxppxpqxpr
  xpsxptxpuxpvxpwxpxxpyxpzxqaxqtxraxrbxrdxrexrgxrixrmxrnxrqxrrxrtxruxrwxsaxsbxscxsdxsexshxsi
  xsjxslxsmxsnxsoxspxsqxsrxssxsuxsvxsyxtaxtbxtcxtdxtextgxthxtixtjxtlxtmxtnxtoxtpxtqxtrxtsxtt
  xtuxtvxtwxtyxtzxuaxubxudxugxujxulxumxunxuoxupxurxutxuuxvexvixvnxvoxvsxwaxwcxwdxwexwgxwjxwk
  xwlxwoxwrxwtxwwxxbxxkxxmxxrxxtxyaxybxyjxykxylxytxyyxzhxzmxzpyaayabyacyadyaeyafyagyahyaiyaj
  yakyalyamyanyaoyapyaqyaryasyatyauyavyawyaxyayyazybaybbybdybeybhybiybjybkyblybmybnyboybxyby
  ychyclycnycpycrydayddydeydgydkydsyeayecyeeyeiyejyelyenyeryesyetyeuyevyeyygaygiyglygmygpygr
  ygsyguygwyhayhdyhlyhsyiayifyigyihyiiyijyikyilyimyinyipyiqyiryisyityiuyivyixyiyyizykaykgykh
  ykiykkyklykmyknykoykryktykuykyylaylbyleylgyliyllylmylnyloylryluylyymaymbymcymdymeymgymhymi
  ymkymlymmymnymoympymqymrymsymtymxymzynaynbyndyneyngynhynkynlynnynoynqynsynuyobyogyoiyokyol
  yomyonyosyotyoxyoyypaypbypgyphypkypmypnypoyppypzyrayrbyreyriyrkyrlyrmyrnyroyrsyrwyryyscysd
  ysgyslysmysnysoyspysryssysyytaytlytpytwytyyuayubyucyudyueyufyugyuiyujyukyulyumyunyupyuqyur
  yutyuuyuwyuxyuyyuzyvayvtywaywgywlywnywqywrywtywuywwyxayxgyxlyxmyxuyxyyyryyuyyzyzgyzkzaazab
  zaczadzaezafzagzahzaizajzakzalzamzaozapzaqzarzaszatzauzavzawzaxzayzazzbazbczbezblzbtzbuzbw
  zcazcdzchzdjzeazegzehzemzenzgazgbzghzgmzgnzgrzhbzhdzhizhnzhwzhxziazibzikzilzimzinzirziwziz
  zkazkbzkdzkgzkhzkkzknzkozkpzkrzktzkuzkvzkzzlazlezljzlmzlnzlqzlszluzlwzmazmbzmczmdzmezmfzmg
  zmhzmizmjzmkzmlzmmzmnzmozmpzmqzmrzmszmtzmuzmvzmwzmxzmyzmzznazndznezngznkznszoczohzomzoozoq
  zorzoszpazpbzpczpdzpezpfzpgzphzpizpjzpkzplzpmzpnzpozppzpqzprzpszptzpuzpvzpwzpxzpyzpzzqezra
  zrgzrnzrozrpzrszsazskzslzsmzsrzsuzteztgztlztmztnztpztqztszttztuztxztyzuazuhzumzunzuyzwazxx
  zybzygzyjzynzypzzazzj
`;

/** Extended language subtags, three letters each. */
export const EXTENDED = `
  aaoabhabvacmacqacwacxacyadfadsaebaecaedaenafbafgajpajsapcapdarbarqarsaryarzaseasfaspasqasw
  auzavlayhaylaynaypbbzbfibfkbjnbogbqnbqybtjbvebvlbvubzscdocdscjycmncnpcoacpxcsccsdcsecsfcsg
  cslcsncspcsqcsrcsxczhczodoqdsedsldszdupecsehseslesnesoethfcsfsefslfssgangdsgomgsegsggsmgss
  gushabhafhakhdshjihkshnmhoshpshshhslhsnicliksilsinlinsiseisgisrjakjaxjcsjhsjksjlsjosjsljus
  kgiknnkvbkvkkvrkxdlbslcelcflgsliwllslsblsclsglsllsnlsolsplstlsvlswlsyltgluhlvslwslzhmaxmdl
  meomfamfbmfsminmnpmqgmremsdmsimsrmuimzcmzgmzynannbsncsnsinslnspnsrnzsoklornorspelpgapgzpks
  prlprzpscpsdpsepsgpslpsopsppsrpysribrmsrnbrsirslrsmrsnsdlsfbsfssggsgxshusjcslfslssqksqssqx
  sshsspssrsvkswcswhswlsyyszstmwtsetsmtsqtsstsytzaugnugyukluksurkuznuzsvgtvkkvktvsivslvsvwbs
  wuuxkixmlxmmxmsydsygsyhsyslysmyuezibzlmzmizslzsm
`;

/** ISO 15924, four letters each. */
export const SCRIPTS = `
  AdlmAfakAghbAhomArabAranArmiArmnAvstBaliBamuBassBatkBengBerfBhksBlisBopoBrahBraiBugiBuhdCakm
  CansCariChamCherChisChrsCirtCoptCpmnCprtCyrlCyrsDevaDiakDogrDsrtDuplEgydEgyhEgypElbaElymEthi
  GaraGeokGeorGlagGongGonmGothGranGrekGujrGukhGuruHanbHangHaniHanoHansHantHatrHebrHiraHluwHmng
  HmnpHntlHrktHungIndsItalJamoJavaJpanJurcKaliKanaKawiKharKhmrKhojKitlKitsKndaKoreKpelKraiKthi
  LanaLaooLatfLatgLatnLekeLepcLimbLinaLinbLisuLomaLyciLydiMahjMakaMandManiMarcMayaMedfMendMerc
  MeroMlymModiMongMoonMrooMteiMultMymrNagmNandNarbNbatNewaNkdbNkgbNkooNshuOgamOlckOnaoOrkhOrya
  OsgeOsmaOugrPalmPaucPcunPelmPermPhagPhliPhlpPhlvPhnxPiqdPlrdPrtiPsinRanjRjngRohgRoroRunrSamr
  SaraSarbSaurSealSgnwShawShrdShuiSiddSidtSindSinhSogdSogoSoraSoyoSundSunuSyloSyrcSyreSyrjSyrn
  TagbTakrTaleTaluTamlTangTavtTayoTeluTengTfngTglgThaaThaiTibtTirhTnsaTodrTolsTotoTutgUgarVaii
  VispVithWaraWchoWoleXpeoXsuxYeziYiiiZanbZinhZmthZsyeZsymZxxxZyyyZzzz
`;

/** ISO 3166-1 and UN M.49. */
export const REGIONS = `
  001 002 003 005 009 011 013 014 015 017 018 019 021 029 030 034 035 039 053 054 057 061 142
  143 145 150 151 154 155 202 419 AA AC AD AE AF AG AI AL AM AN AO AQ AR AS AT AU AW AX AZ BA
  BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BU BV BW BY BZ CA CC CD CF CG CH CI CK CL CM
  CN CO CP CQ CR CS CU CV CW CX CY CZ DD DE DG DJ DK DM DO DZ EA EC EE EG EH ER ES ET EU EZ FI
  FJ FK FM FO FR FX GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU
  IC ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK
  LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC
  NE NF NG NI NL NO NP NR NT NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU
  RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SU SV SX SY SZ TA TC TD TF TG TH TJ TK
  TL TM TN TO TP TR TT TV TW TZ UA UG UM UN US UY UZ VA VC VE VG VI VN VU WF WS YD YE YT YU ZA
  ZM ZR ZW ZZ
`;

export const VARIANTS = `
  1606nict 1694acad 1901 1959acad 1994 1996 abl1943 akhmimic akuapem alalc97 aluku anpezo
  ao1990 aranes arevela arevmda arkaika asante auvern baku1926 balanka barla basiceng bauddha
  bciav bcizbl biscayan biske blasl bohairic bohoric boont bornholm cisaup colb1945 cornu
  creiss dajnko ekavsk emodeng fascia fayyumic fodom fonipa fonkirsh fonnapa fonupa fonxsamp
  gallo gascon gherd grclass grital grmistr hanoi hepburn heploc hognorsk hsistemo huett
  ijekavsk itihasa ivanchov jauer jyutping kkcor kleinsch kociewie kscor laukika leidentr
  lemosin lengadoc lipaw ltg1929 ltg2007 luna1918 lycopol mdcegyp mdctrans mesokem metelko
  monoton ndyuka nedis newfound nicard njiva nulik osojs oxendict pahawh2 pahawh3 pahawh4
  pamaka peano pehoeji petr1708 pinyin polyton provenc puter rigik rozaj rumgr sahidic saigon
  scotland scouse simple solba sotav spanglis surmiran sursilv sutsilv synnejyl tailo tarask
  tongyong tunumiit uccor ucrcor ulster unifon vaidika valbadia valencia vallader vecdruka
  viennese vivaraup wadegile xsistemo
`;

/** Tags that are valid as a whole, though not made of subtags. */
export const GRANDFATHERED = `
  art-lojban cel-gaulish en-GB-oed i-ami i-bnn i-default i-enochian i-hak i-klingon i-lux
  i-mingo i-navajo i-pwn i-tao i-tay i-tsu no-bok no-nyn sgn-BE-FR sgn-BE-NL sgn-CH-DE zh-
  guoyu zh-hakka zh-min zh-min-nan zh-xiang
`;

/** Deprecated subtags and tags with what is preferred to them. */
export const PREFERRED: ReadonlyMap<string, string> = new Map([
  ['in', 'id'],
  ['iw', 'he'],
  ['ji', 'yi'],
  ['jw', 'jv'],
  ['mo', 'ro'],
  ['aam', 'aas'],
  ['adp', 'dz'],
  ['ajp', 'apc'],
  ['ajt', 'aeb'],
  ['asd', 'snz'],
  ['aue', 'ktz'],
  ['ayx', 'nun'],
  ['bgm', 'bcg'],
  ['bic', 'bir'],
  ['bjd', 'drl'],
  ['blg', 'iba'],
  ['ccq', 'rki'],
  ['cjr', 'mom'],
  ['cka', 'cmr'],
  ['cmk', 'xch'],
  ['coy', 'pij'],
  ['cqu', 'quh'],
  ['dek', 'sqm'],
  ['dit', 'dif'],
  ['drh', 'khk'],
  ['drr', 'kzk'],
  ['drw', 'prs'],
  ['gav', 'dev'],
  ['gfx', 'vaj'],
  ['ggn', 'gvr'],
  ['gli', 'kzk'],
  ['gti', 'nyc'],
  ['guv', 'duz'],
  ['hrr', 'jal'],
  ['ibi', 'opa'],
  ['ilw', 'gal'],
  ['jeg', 'oyb'],
  ['kgc', 'tdf'],
  ['kgh', 'kml'],
  ['kgm', 'plu'],
  ['koj', 'kwv'],
  ['krm', 'bmf'],
  ['ktr', 'dtp'],
  ['kvs', 'gdj'],
  ['kwq', 'yam'],
  ['kxe', 'tvd'],
  ['kxl', 'kru'],
  ['kzj', 'dtp'],
  ['kzt', 'dtp'],
  ['lak', 'ksp'],
  ['lii', 'raq'],
  ['llo', 'ngt'],
  ['lmm', 'rmx'],
  ['meg', 'cir'],
  ['mst', 'mry'],
  ['mwj', 'vaj'],
  ['myd', 'aog'],
  ['myt', 'mry'],
  ['nad', 'xny'],
  ['ncp', 'kdz'],
  ['nns', 'nbr'],
  ['nnx', 'ngv'],
  ['nom', 'cbr'],
  ['nte', 'eko'],
  ['nts', 'pij'],
  ['nxu', 'bpp'],
  ['oun', 'vaj'],
  ['pat', 'kxr'],
  ['pcr', 'adx'],
  ['pmc', 'huw'],
  ['pmk', 'crr'],
  ['pmu', 'phr'],
  ['ppa', 'bfy'],
  ['ppr', 'lcq'],
  ['prp', 'gu'],
  ['pry', 'prt'],
  ['puz', 'pub'],
  ['sca', 'hle'],
  ['skk', 'oyb'],
  ['smd', 'kmb'],
  ['snb', 'iba'],
  ['szd', 'umi'],
  ['tdu', 'dtp'],
  ['thc', 'tpo'],
  ['thw', 'ola'],
  ['thx', 'oyb'],
  ['tie', 'ras'],
  ['tkk', 'twm'],
  ['tlw', 'weo'],
  ['tmk', 'tdg'],
  ['tmp', 'tyj'],
  ['tne', 'kak'],
  ['tnf', 'prs'],
  ['tpw', 'tpn'],
  ['tsf', 'taj'],
  ['uok', 'ema'],
  ['xba', 'cax'],
  ['xia', 'acn'],
  ['xkh', 'waw'],
  ['xrq', 'dmw'],
  ['xss', 'zko'],
  ['ybd', 'rki'],
  ['yma', 'lrr'],
  ['ymt', 'mtm'],
  ['yos', 'zom'],
  ['yuu', 'yug'],
  ['zir', 'scv'],
  ['zkb', 'kjh'],
  ['BU', 'MM'],
  ['DD', 'DE'],
  ['FX', 'FR'],
  ['TP', 'TL'],
  ['YD', 'YE'],
  ['ZR', 'CD'],
  ['art-lojban', 'jbo'],
  ['en-gb-oed', 'en-GB-oxendict'],
  ['i-ami', 'ami'],
  ['i-bnn', 'bnn'],
  ['i-hak', 'hak'],
  ['i-klingon', 'tlh'],
  ['i-lux', 'lb'],
  ['i-navajo', 'nv'],
  ['i-pwn', 'pwn'],
  ['i-tao', 'tao'],
  ['i-tay', 'tay'],
  ['i-tsu', 'tsu'],
  ['no-bok', 'nb'],
  ['no-nyn', 'nn'],
  ['sgn-be-fr', 'sfb'],
  ['sgn-be-nl', 'vgt'],
  ['sgn-ch-de', 'sgg'],
  ['zh-guoyu', 'cmn'],
  ['zh-hakka', 'hak'],
  ['zh-min-nan', 'nan'],
  ['zh-xiang', 'hsn'],
]);
