/**
 * What pages put around a story and people copy with it. Each pattern matches a whole line, so that copy which
 * merely mentions such words stays copy. Adding a phrase or a language is one more line here.
 */
interface Furniture {
  /** What the reader is told: 'Left out: "3 Min Read" (reading time)'. */
  readonly reason: string;
  readonly patterns: readonly RegExp[];
}

/** A whole line made of these alternatives, with bullets, arrows, counts and punctuation around. */
function whole(...alternatives: readonly string[]): RegExp {
  return new RegExp(`^[\\p{P}\\p{S}\\s]*(?:${alternatives.join('|')})[\\p{P}\\p{S}\\s]*$`, 'iu');
}

const minutes = String.raw`(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)(?:\s*[-–]\s*\d{1,3})?\s*[-–]?\s*(?:min(?:ute)?(?:s|n|os|i|e|ut(?:en|er|ów|y)?)?|минут\p{L}*|мин|dk|phút)\.?`;

/** Reading times, also usable at the end of a line that begins with an outlet's or a writer's name. */
const readingTimes = [
  `${minutes}\\s*(?:of\\s+)?(?:read(?:ing)?(?:\\s+time)?|lesezeit|lesedauer|zu lesen|de lecture|de lectura|di lettura|de leitura|leestijd|leestid|läsning|lästid|lesetid|læsetid|czytania|чтения|okuma)`,
  `(?:(?:estimated\\s+)?(?:reading|read)\\s+time|(?:geschätzte\\s+)?lesezeit|lesedauer|temps de lecture|durée de lecture|lecture|tiempo (?:estimado )?de lectura|tempo di lettura|tempo (?:estimado )?de leitura|leestijd|lästid|lesetid|læsetid|czas czytania|время чтения)\\s*[:：-]?\\s*(?:ca\\.?|approx\\.?|env\\.?|~)?\\s*${minutes}`,
  `阅读(?:时间)?\\s*[:：]?\\s*(?:约\\s*)?\\d+\\s*分钟`,
  `(?:この記事は)?\\s*約?\\s*\\d+\\s*分で読めます`,
];

const social =
  '(?:facebook|twitter|x|linkedin|whats\\s?app|telegram|reddit|pinterest|messenger|instagram|youtube|tiktok|threads|bluesky|mastodon|e-?mail|pocket|flipboard|xing|vk|viber|line|wechat|weibo|tumblr|copy link|link kopieren|copier le lien|copiar enlace|print|drucken|imprimer|imprimir|stampa|more|sms|rss)';

const shareWords =
  '(?:share|tweet|pin|post|teilen|weitersagen|partager|compartir|comparte|compartilhar|compartilhe|partilhar|condividi|delen|deel|dela|del|udostępnij|поделиться|paylaş|分享|シェア|공유|شارك|מגש)';

const table: readonly Furniture[] = [
  { reason: 'reading time', patterns: [whole(...readingTimes)] },
  {
    reason: 'share label',
    patterns: [
      whole(`(?:(?:\\d[\\d.,]*k?\\s*)?${shareWords}s?(?:\\s*\\(?\\d[\\d.,]*k?\\)?)?)`),
      whole(
        `(?:please\\s+)?share\\s+(?:this(?:\\s+(?:post|article|story|page|news|on|via|with.*|now))?|(?:the\\s+)?(?:post|article|story|page|news|link)|on|via|now|with (?:friends|others|your .{1,20}))(?:\\s*:?\\s*${social})?`,
      ),
      whole(
        `(?:share|tweet|post|send|teilen|partager|compartir|condividi|compartilhar|delen)\\s+(?:this\\s+)?(?:on|via|by|to|auf|per|über|sur|par|en|por|su|no|op|using)\\s+${social}`,
      ),
      whole(`${social}(?:[\\s,|•·/]+${social})+`),
      whole(
        'facebook|twitter|linkedin|whats\\s?app|telegram|copy (?:the )?link|link copied[!.]?|e-?mail this(?: (?:article|story|page))?',
      ),
      whole(
        '(?:diesen |den |diese |die )?(?:artikel|beitrag|seite|meldung|nachricht) (?:teilen|weiterempfehlen|per e-?mail(?: versenden)?)',
      ),
      whole(
        "partage[rz](?: (?:cet|cette|l)[’' ]?(?:article|page|info|publication))(?: (?:sur|par) .{1,30})?",
      ),
      whole(
        'compart[ei]r?(?: (?:esta?|el|la|la))? (?:artículo|noticia|nota|publicación|página)(?: (?:en|por) .{1,30})?',
      ),
      whole("condividi (?:questo |l[’']|la )?(?:articolo|notizia|pagina|post)(?: (?:su|via) .{1,30})?"),
      whole('compartilh(?:ar|e) (?:est[ae] |o |a )?(?:artigo|notícia|matéria|página|reportagem)?'),
      whole(
        '(?:deel|delen) (?:dit |via )?(?:artikel|bericht|.{1,20})',
        'dela (?:artikeln|sidan)',
        'del (?:artikkelen|artiklen|saken)',
      ),
      whole(
        '\\d[\\d.,]*\\s*(?:k\\s*)?(?:shares?|likes?|views?|reads?|retweets?|mal geteilt|partages|vistas|visualizzazioni|visualizações|просмотр\\p{L}*)',
      ),
    ],
  },
  {
    reason: 'advertisement',
    patterns: [
      whole(
        'advertisements?(?: (?:continue|scroll).{0,60})?|advertising|advertorial|ads? by .{1,30}|ad|sponsored(?: content| by .{1,40})?|promoted(?: content)?|story continues below(?: (?:this )?ad(?:vertisement)?)?|(?:article|content) continues (?:below|after).{0,40}|scroll (?:down )?(?:to continue|for more).{0,40}|skip (?:ad|advert(?:isement)?)|remove ads?|(?:this is )?paid (?:content|post)',
        'anzeige|werbung|nach der anzeige weiterlesen|anzeige ende|weiterlesen nach der anzeige',
        'publicité|annonce|la suite après (?:la|cette) publicité',
        'publicidad(?:e)?|anuncio|patrocinado|contenido patrocinado|continua (?:após|depois d)a publicidade|sigue leyendo(?: tras la publicidad)?',
        'pubblicità|annuncio pubblicitario|continua a leggere dopo la pubblicità',
        'advertentie|reclame|annons|annonse|reklama|reklame|reklam|реклама|广告|広告|광고|إعلان|פרסומת',
      ),
    ],
  },
  {
    reason: 'link to another story',
    patterns: [
      /^[\p{P}\p{S}\s]*(?:read (?:more|also|next|on|the full (?:story|article))|also read|(?:see|watch|listen|hear) also|see more|more:|learn more|find out more|don[’']t miss|you (?:may|might) (?:also )?(?:like|be interested in)|recommended(?: (?:for you|reading|stories))?|related(?: (?:stories|articles?|news|links|topics|content|coverage|posts?|video))?|more (?:on|about) this(?: (?:story|topic|subject))?|more from [^.!?]{1,30}|more (?:stories|news|to read)|most (?:read|popular|viewed)|trending(?: now)?|top stories|editors?[’']?s?[’']? picks?|up next|what to read next|popular|(?:next|previous) (?:article|story|post))(?:[\p{P}\p{S}\s]*$|\s*[:：|>»›→-]\s*[^\n]{1,200}$)/iu,
      /^[\p{P}\p{S}\s]*(?:lesen sie auch|lesen sie (?:hier )?mehr|mehr (?:zum thema|dazu|lesen|nachrichten)|weiterlesen|siehe auch|auch interessant|das könnte sie auch interessieren|zum thema|meistgelesen|empfohlen)(?:[\p{P}\p{S}\s]*$|\s*[:：|>»›→-]\s*[^\n]{1,200}$)/iu,
      /^[\p{P}\p{S}\s]*(?:(?:à )?lire (?:aussi|également|la suite|plus)|voir aussi|sur le même sujet|à voir aussi|en savoir plus|articles? (?:liés?|similaires?|associés?)|les plus lus)(?:[\p{P}\p{S}\s]*$|\s*[:：|>»›→-]\s*[^\n]{1,200}$)/iu,
      /^[\p{P}\p{S}\s]*(?:le[ea](?:r)? (?:también|además|más|mais|também)|lee (?:también|más)|ver (?:también|mais|más)|veja também|leia (?:também|mais)|saiba mais|saber más|te puede interesar|notas? relacionadas?|noticias relacionadas|artículos? relacionados?|más (?:noticias|información|leídas?)|mais lidas?|relacionad[oa]s?)(?:[\p{P}\p{S}\s]*$|\s*[:：|>»›→-]\s*[^\n]{1,200}$)/iu,
      /^[\p{P}\p{S}\s]*(?:leggi anche|leggi (?:tutto|di più)|vedi anche|articoli correlati|potrebbe interessarti|approfondisci|lees ook|lees (?:meer|verder)|meer over dit onderwerp|läs (?:också|mer|även)|les også|læs også|czytaj (?:także|też|więcej|również)|zobacz (?:także|też)|читайте также|подробнее|по теме|相关(?:阅读|新闻)|相关链接|関連記事|اقرأ أيضا(?:ً)?|اقرأ المزيد)(?:[\p{P}\p{S}\s]*$|\s*[:：|>»›→-]\s*[^\n]{1,200}$)/iu,
    ],
  },
  {
    reason: 'newsletter or subscription',
    patterns: [
      whole(
        '(?:subscribe|subscribe (?:now|today|here|to (?:our|the|my) [^.!?]{1,80})|sign up(?: (?:now|here|today|for [^!?]{1,80}|to [^!?]{1,80}))?|get (?:our|the) [^.!?]{0,40}(?:newsletter|updates|alerts)[^.!?]{0,60}|newsletters?|enter your e-?mail(?: address)?|your e-?mail(?: address)?|already (?:a )?(?:subscriber|subscribed|registered)[^.]{0,40}|become a (?:member|subscriber)[^.]{0,40}|start your (?:free )?trial)',
        '(?:newsletter (?:abonnieren|bestellen)|jetzt (?:abonnieren|anmelden|registrieren)|abonnieren|abo|zum newsletter anmelden)',
        "(?:s[’']abonner|abonnez-vous[^.!?]{0,60}|je m[’']abonne|inscrivez-vous[^.!?]{0,60}|déjà abonné[^.]{0,20})",
        '(?:suscr[íi]b(?:ete|irse|ase)[^.!?]{0,60}|iscriviti[^.!?]{0,60}|abbonati[^.!?]{0,60}|assine[^.!?]{0,40}|inscreva-se[^.!?]{0,60}|abonneer(?: je)?[^.!?]{0,40}|prenumerera|подписаться|订阅|購読)',
      ),
    ],
  },
  {
    reason: 'cookie notice',
    patterns: [
      /^(?:we(?: and our [^.]{1,40})?|this (?:web)?site|our (?:web)?site|the guardian) uses? (?:[a-z-]+ )?cookies\b.{0,600}$/iu,
      /^(?:diese (?:web)?seite|diese website|wir|unsere website) (?:verwende[tn]|nutz(?:t|en)|benutz(?:t|en)) cookies\b.{0,600}$/iu,
      /^(?:nous utilisons des cookies|ce site utilise des cookies|utilizamos cookies|este sitio (?:web )?utiliza cookies|este site utiliza cookies|usamos cookies|questo sito (?:web )?utilizza(?: i)? cookie|wij gebruiken cookies|deze (?:web)?site gebruikt cookies|vi använder cookies|мы используем (?:файлы )?cookies?)(?!\p{L}).{0,600}$/iu,
      /^by (?:continuing|using) (?:to (?:use|browse) )?(?:this|our) (?:web)?site,? you (?:agree|accept|consent).{0,300}$/iu,
      whole(
        '(?:accept|reject|allow|manage|decline)(?: all)?(?: cookies?)?(?: (?:settings|preferences))?|cookie (?:settings|policy|preferences)|alle (?:cookies )?(?:akzeptieren|ablehnen)|cookie-einstellungen|tout (?:accepter|refuser)|accepter (?:et continuer|les cookies)|aceptar (?:todo|cookies|todas)|rechazar (?:todo|todas)|accetta(?: tutti| e continua)?|aceitar(?: todos| cookies)?|accepteren|privacy (?:policy|settings)|datenschutz|impressum|terms (?:of (?:use|service)|and conditions)',
      ),
    ],
  },
  {
    reason: 'comments',
    patterns: [
      whole(
        '(?:\\d[\\d.,]*|no|leave a|add a|post a|view|show|see|read|join the)?\\s*(?:all\\s+)?(?:\\d+\\s+)?(?:comments?(?: \\(?\\d+\\)?)?|conversation|discussion)|be the first to comment|comments are closed|leave a reply|have your say|join the (?:conversation|discussion)',
        '(?:\\d+\\s+)?kommentare?(?: \\(?\\d+\\)?)?|kommentieren|kommentar (?:schreiben|hinterlassen)|(?:\\d+\\s+)?commentaires?(?: \\(?\\d+\\)?)?|commenter|laisser un commentaire|réagir|(?:\\d+\\s+)?comentarios?(?: \\(?\\d+\\)?)?|comentar|deja (?:un|tu) comentario|(?:\\d+\\s+)?comentários?|deixe (?:um|seu) comentário|(?:\\d+\\s+)?commenti|lascia un commento|(?:\\d+\\s+)?reacties?|(?:\\d+\\s+)?kommentar(?:er)?|(?:\\d+\\s+)?komentarz[ey]?|комментари[йия](?: \\(?\\d+\\)?)?|评论|コメント',
      ),
    ],
  },
  {
    reason: 'navigation',
    patterns: [
      whole(
        '(?:skip to (?:main )?(?:content|navigation|search|footer)|menu|main menu|home(?:page)?|sections?|search|close|open menu|back(?: to (?:top|home))?|top|sign in|log ?in|sign out|register|my account|account|my feed|e-?paper|contact(?: us)?|about(?: us)?|next|previous|prev|load more|show (?:more|less)|view (?:all|gallery|photos?|slideshow)|expand|toggle .{1,30}|go to [^.]{1,30}|all rights|sitemap|live|save|saved|save (?:article|for later|story)|bookmark(?: this)?|print(?: (?:this )?(?:page|article|story)?)?|listen(?: to (?:this )?(?:article|story))?(?: \\(?\\d+ min(?:utes|s)?\\)?)?|play|pause|mute|play (?:video|audio)|watch(?: (?:video|now|live))?|video|(?:photo )?gallery|slide ?show|\\d+ (?:photos?|images?|slides?)|(?:slide ?show|gallery)\\s*\\(\\s*\\d+ (?:photos?|images?|slides?)\\s*\\)|our standards: .{1,80}|photos?|fullscreen|enlarge(?: image)?|click to (?:enlarge|expand|play|view|share).{0,40}|text size|font size|a a a|a-? ?a\\+|translate|download (?:the|our) app.{0,30}|get the app|open in app|image|image source|toggle caption|hide caption|caption|open (?:image|gallery).{0,30}|advertise with us)',
        '(?:zum (?:inhalt|hauptinhalt)(?: springen)?|menü|startseite|suche|anmelden|einloggen|registrieren|zurück|nach oben|schließen|merken|artikel (?:merken|drucken|anhören|speichern)|drucken|vorlesen|anhören|bild(?:er)?(?:strecke)?|vergrößern|bild vergrößern|kontakt|mehr anzeigen)',
        "(?:accueil|aller au contenu(?: principal)?|rechercher|recherche|se connecter|connexion|fermer|imprimer|écouter(?: l[’']article)?|retour|enregistrer|sauvegarder|voir plus|agrandir)",
        '(?:inicio|saltar al contenido|ir al contenido|buscar|menú|iniciar sesión|cerrar|imprimir|escuchar|guardar|volver|ver más|início|entrar|fechar|ouvir|salvar|pular para o conteúdo|accedi|cerca|chiudi|stampa|ascolta|salva|vai al contenuto|zoeken|inloggen|sluiten|meny|sök|logga in|logg inn|stäng|szukaj|zaloguj|главная|поиск|войти|меню|печать|首页|搜索|登录|ホーム|メニュー|検索|الرئيسية|بحث)',
      ),
      /^(?:home|startseite|accueil|inicio|início|главная|news|nachrichten|actualité)\s*(?:[>»›/|→]\s*[^>»›/|→\n]{1,50})+$/iu,
      /^[^>»›\n.]{1,30}(?:\s*[»›>]\s*[^>»›\n.]{1,40}){2,}$/u,
    ],
  },
  {
    reason: 'follow label',
    patterns: [
      /^(?:follow|like|join|find) (?:us|me|our [^.]{1,30}|@?\w{1,30}|[^.!?]{1,40}) on (?:facebook|twitter|x|instagram|whatsapp|telegram|google news|youtube|linkedin|threads|bluesky|tiktok|social media)\b[^.]{0,80}\.?$/iu,
      /^(?:folgen sie uns|suivez-nous|síguenos|siga-nos|seguici|volg ons|följ oss|подписывайтесь)\b.{0,100}$/iu,
      whole('follow(?: us)?|folgen|suivre|seguir|segui|volgen|following|@[\\w.]{2,30}|follow @[\\w.]{2,30}'),
    ],
  },
  {
    reason: 'tags',
    patterns: [
      /^(?:tags?|topics?|keywords|schlagw[oö]rt(?:e|er)|stichw[oö]rt(?:e|er)|themen|mots[- ]clés|sujets|etiquetas|temas|palavras-chave|tópicos|argomenti|parole chiave|trefwoorden|ämnen|emner|tagi|теги|标签)\s*[:：]\s*.{1,300}$/iu,
      whole('tags?|topics?|themen|filed under:?.{0,100}'),
      /^(?:#[\p{L}\p{N}_]{2,40}[\s,]*)+$/u,
    ],
  },
  {
    reason: 'end mark',
    patterns: [
      whole('ends?', '-*30-*', 'end of (?:story|article|press release)', 'ende', 'fin', 'fim', 'fine'),
      /^(?:#\s*){2,}$|^\*(?:\s*\*){2,}$/u,
    ],
  },
  {
    reason: 'mail footer',
    patterns: [
      /^(?:sent from my |gesendet von (?:meinem|mit) |envoyé (?:de|depuis) mon |enviado desde mi |inviato da(?:l mio)? |enviado do meu |get outlook for ).{1,60}$/iu,
      /^(?:this (?:e-?mail|message|communication)(?: and any (?:attachments?|files).{0,60})? (?:is|are|may be|may contain|contains?)[^.]{0,60}(?:confidential|privileged)).{0,2000}$/iu,
      /^(?:unsubscribe|abmelden|se désabonner|darse de baja|disiscriviti|view (?:this )?(?:e-?mail )?in (?:your )?browser|to unsubscribe.{0,200}|you (?:are )?receiv(?:ed|ing) this (?:e-?mail|message) because.{0,300})\.?$/iu,
    ],
  },
];

/** Names of a page's sections, which stand above a headline. */
const sections = whole(
  'world(?: news)?|politics|business|economy|markets?|sports?|football|culture|arts?|science|technology|tech|health|environment|climate|opinion|national|international|local(?: news)?|news|breaking(?: news)?|latest(?: news)?|exclusive|asia|africa|europe|americas|middle east|uk|us|usa|u\\.s\\.|entertainment|lifestyle|travel|education|crime|analysis|explainer|feature|press release|for immediate release',
  'politik|wirtschaft|welt|ausland|inland|kultur|wissenschaft|panorama|gesellschaft|regional|eilmeldung|pressemitteilung|nachrichten',
  'monde|politique|économie|société|sciences|santé|international|actualités?|communiqué(?: de presse)?|mundo|política|economía|sociedad|deportes?|cultura|ciencia|noticias|economia|sociedade|esportes?|ciência|notícias|esteri|cronaca|sport|scienza|politica|buitenland|binnenland|economie|utrikes|inrikes|świat|polityka|мир|политика|экономика|новости|国际|国内|政治|経済|国際',
);

const longest = 700;

/** Why a line is page furniture, or null where it is copy. */
export function furnitureReason(text: string): string | null {
  if (text.length > longest) return /^(?:this (?:e-?mail|message))/i.test(text) ? mailFooter(text) : null;
  for (const { reason, patterns } of table) if (patterns.some(pattern => pattern.test(text))) return reason;
  return null;
}

function mailFooter(text: string): string | null {
  return /^.{0,200}(?:confidential|privileged)/i.test(text) && text.length < 3_000 ? 'mail footer' : null;
}

export function isSectionName(text: string): boolean {
  return text.length <= 40 && sections.test(text);
}

const endsInReadingTime = new RegExp(`^(.{1,60}?)[\\s|·•,–-]+((?:${readingTimes.join('|')})\\.?)$`, 'iu');

/** A line such as 'Harbour Gazette 3 Min Read' taken apart, or null. */
export function nameBeforeReadingTime(text: string): { name: string; rest: string } | null {
  if (text.length > 120) return null;
  const match = endsInReadingTime.exec(text);
  const [, name, rest] = match ?? [];
  return name && rest ? { name: name.trim(), rest } : null;
}

/** Headings after which a page lists other stories by their headlines. */
export function opensLinkList(text: string): boolean {
  return (
    text.length <= 60 && furnitureReason(text) === 'link to another story' && !/[:：|>»›→-]\s*\S/u.test(text)
  );
}
