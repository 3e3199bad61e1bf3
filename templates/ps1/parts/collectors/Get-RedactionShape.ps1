# How secrets, names and addresses look: patterns by where they begin, at the sign of a Link (: = %), the end of
# the tag of an Element (>), the blank before a type in a List of reg.exe, another Sign, or a Word. Of those that
# begin at one place the first counts. A group is called after the kind of what it holds; "keep" is what must not
# be taken for anything else. What has no upper limit ends its pattern, so that no text, however it was made, takes
# more steps than its length times a constant.
function Get-RedactionShape {
    param([Parameter(Mandatory)] [hashtable] $Label, [AllowEmptyCollection()] [string[]] $User = @())
    $word = '\p{L}\p{N}_'
    $quote = '(?:\\?["'']|&quot;|%22)'
    $guid = '[0-9A-F]{8}-?(?:[0-9A-F]{4}-?){3}[0-9A-F]{12}'
    $four = '(?:\d{1,9}\.){3}\d{1,9}'
    $server = "[$word][$word.-]{0,252}"
    $name = "[$word.'-]{0,63}[$word$]"
    # Behind a label stand a sign and the value: name=value, "name": "value", a column of dots, an attribute, an
    # element of XML or one in it as in answer files of Windows Setup, a line of reg.exe.
    $behind = { param($kind) "(?<=(?:$($Label[$kind]))${quote}?(?>[ \t.]{0,60}))(?:=>?|:|%3A|%3D)[ \t]{0,20}" }
    $valued = { param($kind) "(?<=(?:$($Label[$kind]))$quote\s{1,8}value\s{0,4})=\s{0,4}" }
    $listed = { param($kind) "(?<=(?:$($Label[$kind])))\s{1,8}REG_[A-Z_]{2,12}\s{1,8}" }
    $inside = {
        param($kind)
        "(?<=<(?!/)[^<>\r\n]{0,100}(?:$($Label[$kind]))(?:$quote|(?=[\s>]))(?:\s[^<>\r\n]{0,100})?)>\s{0,40}" +
        '(?:<(?:value|name)>\s{0,8})?'
    }
    # "String Name = text" as Add-BundleRegistry writes it; a label before a column of its own.
    $stated = { param($kind) "(?<=(?:\A|\n)\w{0,8}String [^=\r\n]{0,120}(?:$($Label[$kind])) )= " }
    $column = { param($kind) "(?<=(?:$($Label[$kind]))(?:[ .]{2,60}|(?=[:=](?:\t|  ))))[:=][ \t]{1,20}" }
    # Names of hosts and domains one behind the other, some with an asterisk for a part.
    $several = {
        param($kind)
        "(?:(?:[*.]{0,4}(?<$kind>$server)|<[\w-]{1,20}>)(?::\d{1,5})?(?:[;,]|\\0)){1,64}" +
        "(?:[*.]{0,4}(?<$kind>$server)|<[\w-]{1,20}>)(?![$word]| ?=| ?:\D)"
    }
    $value = {
        param($kind, $plain)
        "(?:\\""(?<$kind>(?:(?!\\"")[^\r\n])+)|""(?<$kind>(?:[^""\\\r\n]|\\.)+)|'(?<$kind>[^'\r\n]+)|" +
        "&quot;(?<$kind>(?:(?!&quot;)[^\r\n])+)|%22(?<$kind>(?:(?!%22)[^\s&])+)|(?<$kind>$plain))"
    }
    # The form of what stands behind a label, where nothing encloses it.
    $plain = @{
        secret  = '(?:[^\s&;,"''<>]|,(?=[^\s"'']))+'
        network = "[^\s""'<>,;&|={}]{1,64}(?: [$word.-]{1,32}){0,3}"
        user    = '[^\s"''<>,;&|()\[\]{}=]{1,128}'
    }
    $columns = @{
        secret  = '(?<secret>\S{1,256}(?: \S{1,256}){0,15})'
        network = "(?<network>[^\s""'<>;|{}]{1,64}(?: [^\s""'<>;|{}]{1,64}){0,7})"
        user    = "(?<user>[^\s""'<>,;|()\[\]{}=]{1,128}(?: [^\s""'<>,;|()\[\]{}=]{1,64}){0,5})"
    }
    $closed = @{
        mac      = '(?:[0-9A-F]{2}[:.-]?){5,19}[0-9A-F]{2}'
        serial   = '(?=[\w.-]{0,40}\d)[\w.-]{3,63}\w'
        computer = $server
        domain   = $server
    }
    $link = foreach ($kind in 'secret', 'mac', 'serial', 'network', 'user', 'computer', 'domain') {
        $form = if ($plain.ContainsKey($kind)) { & $value $kind $plain[$kind] }
        else { "${quote}?\\{0,4}(?<$kind>$($closed[$kind]))(?![$word])" }
        # reg.exe, a list of values in this bundle and a column of texts end with the line; others may go on in it.
        $line = if ($plain.ContainsKey($kind)) { "(?<$kind>[^\r\n]+)" } else { $form }
        @{
            Link = @(
                if ($kind -in 'computer', 'domain') { "$(& $behind $kind)${quote}?$(& $several $kind)" }
                if ($plain.ContainsKey($kind)) {
                    "$(& $stated $kind)$line"
                    "$(& $column $kind)$($columns[$kind])"
                }
                "(?:$(& $behind $kind)|$(& $valued $kind))$form"
            )
            List = @(
                if ($kind -in 'computer', 'domain') { "$(& $listed $kind)$(& $several $kind)" }
                "$(& $listed $kind)$line"
            )
        }
    }
    $elements = foreach ($kind in 'secret', 'mac', 'serial', 'network', 'user', 'computer', 'domain') {
        if ($plain.ContainsKey($kind)) {
            $sign = if ($kind -eq 'secret') { '<' } else { '<\r\n' }
            "$(& $inside $kind)(?:<!\[CDATA\[(?<$kind>(?:(?!\]\]>)[\s\S]){1,16384})|" +
            "(?<$kind>[^$sign]{1,16384})(?=</))"
        }
        else { "$(& $inside $kind)\\{0,4}(?<$kind>$($closed[$kind]))(?![$word])" }
    }
    $people = '(?:user|account|benutzer|\u30e6\u30fc\u30b6\u30fc)'
    $links = @(
        # Where an address of the web goes, and who is named in it.
        "(?::(?:\\?/){2}|%3A%2F%2F)(?:(?<secret>[^\s/?#@""'<>\\]{1,512})@)?(?!(?:CN|OU|DC)=)(?<computer>$server)"
        "(?<=\b(?:https?|ftp|socks))=(?<computer>$server)(?=:\d)"
        '(?<=\b(?:tel|phone|mobile)):[ \t]{0,4}(?<phone>\+?\d{7,15})(?!\d)'
        '(?<=\b(?:proxy-)?authorization[ \t]{0,8}):[ \t]{0,8}digest[ \t](?<secret>[^\r\n]+)'
        '(?<=\b(?:(?:proxy-)?authorization|(?:set-)?cookie|(?:x-)?api-key|x-auth-token|subscription-key)' +
        "${quote}?[ \t]{0,8})" +
        '[:=][ \t]{0,8}(?:"(?<secret>(?:[^"\\\r\n]|\\.)+)|''(?<secret>[^''\r\n]+)|(?<secret>[^\r\n"'']+))'
        '(?<=(?<![a-z])(?:sig|auth|ticket|assertion|x-(?:amz|goog)-signature)|[?&;]pass)(?:=|%3D)' +
        '(?<secret>[^\s&;,"''<>#]{3,})'
        '(?<=[?&;](?:code|key))(?:=|%3D)(?<secret>[^\s&;,"''<>#]{20,})'
        '(?<=\bt)=(?<secret>E[a-z][\w+/%=-]{30,})'
        $link.Link
    )
    $signs = @(
        # What is no name: pseudonyms, versions.
        '(?<keep>\{(?:secret|key|id|sid|mail|user|computer|domain|network|serial|mac|ip|phone)-\d{1,9}\})'
        "(?<=version|build|\bver|revision|release)(?<keep>(?: (?:number|is|of|was))?\W{1,6}v?$four" +
        "(?:\W{1,4}(?:(?:to|and|until) )?v?$four){0,3})"
        '(?<keep>[_~](?:\d{1,5}\.){3}\d{1,5}' +
        '(?=_(?:x64|x86|arm|neutral|none|~|[a-z]{2}-)|~|\.(?:mum|cat|cab|manifest)))'
        # Secrets that a frame, a label or a place on a command line tells.
        '-----BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY-----(?<secret>(?:(?!-----END)[\s\S]){1,16384})'
        '(?<![\w/-])[-/]{1,2}(?:password|passwd|pass|pwd|token|secret|rp|jp|api-?key|access-?token)[ \t]{1,4}' +
        '(?:"(?<secret>[^"\r\n]+)|(?<secret>[^\s"/-]\S*))'
        '(?<![\w/])/(?:p|pw|pass|rp|jp):(?:"(?<secret>[^"\r\n]+)|(?<secret>[^\s"]+))'
        '(?<![\w/])-u[ \t]{1,4}(?:"(?<user>[^"\r\n]{1,128})"|(?<user>[^\s"]{1,128}))[ \t]{1,4}-p[ \t]{0,4}' +
        '(?:"(?<secret>[^"\r\n]+)|(?<secret>[^\s"]+))'
        '(?<![\w/])-u[ \t]{1,4}"?(?<user>[^\s":]{1,128}):(?<secret>[^\s"]+)'
        "(?<![\w/])/(?:node|add|computer|server|target):[""\\]{0,3}(?<computer>$server)"
        '(?<![\w/])/u(?:ser)?[domt]?:(?:"(?<user>[^"\r\n]{1,128})"?|(?<user>[^\s"]{1,128}))' +
        '(?:(?<=\bnet1?(?:\.exe)?"? use [^\r\n]{0,400})[ \t]{1,4}(?<secret>[^\s/-]\S*))?'
        "(?<=\bssid[ \t]{0,2})[""'](?<network>[^""'\r\n]{1,64})"
        # Ids of this client that are keys of its registry.
        '\\(?:Enrollments|JoinInfo|TenantInfo)\\{1,2}(?<id>\{?[0-9A-F]{8}-?[0-9A-F-]{24,40}\}?)'
        '\\sysvol\\{1,2}(?<domain>(?:[\w-]{1,63}\.){1,6}[\w-]{2,24})'
        '(?<![\w/])/ru[ \t]{1,4}"(?<user>[^"\r\n]{1,128})'
        # Folders of people, on a share too. A name with blanks is known by what follows, or by its capitals.
        '(?<="[A-Z]:)\\{1,4}Users\\{1,4}(?<profile>[^\\/:*?"<>|\r\n\t]{1,104})(?=")'
        '[\\/]Profiles\$?[\\/]{1,4}(?<profile>[^\\/:*?"<>|\r\n\t]{1,104})(?=\.v[2-6](?!\w))'
        "(?<![\\${word}:.)}%\]*-])\\{2,4}(?<computer>[$word][$word.-]{1,252})\\{1,2}" +
        '(?:home|homes|users|profiles?)\$?' +
        '\\{1,2}(?<profile>[^\s\\/:*?"<>|,;]{1,104})'
        '(?:[\\/](?:Users|Documents and Settings|DOCUME~\d)(?:\\{1,4}|/{1,2})|(?<!\w)/home/)(?:' +
        '(?<profile>(?:[^\\/:*?"<>|\r\n\t]|\\u00(?:2[67]|60)){0,103}[^\\/:*?"<>|\r\n\t .])(?=[\\/])|' +
        "$(foreach ($one in $User) { "(?<profile>$one)(?![$word])|" })" +
        '(?<profile>[^\s\\/:*?"<>|,;''()&%]{1,104}(?: (?-i:\p{Lu})[\p{L}.''-]{0,40}){0,2}))'
        '%(?:5C|2F)(?:Users|Documents%20and%20Settings)%(?:5C|2F)(?<profile>(?:(?!%5C|%2F)[^\s&"''<>\\/;]){1,200})'
        # Hosts of shares.
        "(?<![\\${word}:.)}%\]*-])\\{2,4}(?:\?\\{1,2}UNC\\{1,2})?(?<computer>[$word][$word.-]{1,252})" +
        '(?=\\|@SSL|@\d|[\s"''/),;<]|\z)'
        "\\(?:UNC|Mup)\\{1,2}(?<computer>$server)(?=\\)|%5C%5C(?<computer>$server)(?=%5C)"
        "<SSID(?:Config)?>[^<>]{0,60}(?:<SSID>[^<>]{0,60})?(?:<hex>(?<network>[0-9A-F]{2,64})</hex>\s{0,40})?" +
        '<name>(?<network>[^<]{1,64})'
        "(?<=$people[ \t]{0,2})(?:'(?<user>[^'\r\n]{1,64})'|""(?<user>[^""\r\n]{1,64})""|" +
        "\u300c(?<user>[^\u300d\r\n]{1,64})\u300d|\((?<user>[$word.\\@-]{1,64})\)|\[(?<user>[$word.\\@-]{1,64})\])"
        '_USBSTOR#[\w&.-]{1,120}#(?<serial>[0-9A-Z]{6,64})(?![0-9A-Z])'
        '(?<![\w+.])(?<phone>\+[1-9]\d{0,2}[ /-](?:\(?\d{1,5}\)?[ /-]?){2,6}\d{2,8})(?![\d.])'
        "(?<![${word}.:])(?<ip>::(?:[0-9A-F]{1,4}:){0,6}(?:(?:\d{1,3}\.){3}\d{1,3}|[0-9A-F]{1,4})" +
        "(?:%\w{1,20})?)(?![$word])"
    )
    # Parts of Windows, of devices and of the registry that stand before one backslash.
    $places = 'HKLM|HKCU|HKCR|HKU|HKCC|SOFTWARE|SYSTEM|SYSTEM32|SYSWOW64|SECURITY|SAM|HARDWARE|REGISTRY|MACHINE|' +
    'COMPONENTS|DRIVERS|DEFAULT|WINDOWS|WINSXS|ROOT|AMD64|X64|X86|ARM64|WOW64|PCI|USB|USBSTOR|ACPI|HID|HDAUDIO|' +
    'SWD|SCSI|STORAGE|DISPLAY|UEFI|BTH|BTHENUM|EFI|BOOT|DEVICE|CBS|DISM|WMI|CIMV2|UNC|MICROSOFT|TEMP|APPDATA|' +
    'SOURCES|PANTHER|INF|LOGS|LOG|NT'
    $noFile = '(?<!\.(?:dll|exe|sys|log|inf|cat|cab|mum|ms[iu]|ini|xml|dat|mui|ps1|cmd|bat|txt|etl|evtx|tmp|' +
    'esd|wim|efi))'
    $end = "(?![$word\\/$*?-]|:(?!\s|\z)|%5C|\.\w)$noFile"
    $nobody = '(?!(?:profile|account|control|lockout|rights?|logon|database|mode|name|id|interface|data|manager|' +
    'service|experience|session|agent|context|state|settings?|policy|accounts?|that|who|is|was|has|the|an?|' +
    'of|for|in|to|does|did|may|can|must|with|and|or|from|on|at|system|local|network|it|this)\b)'
    $top = 'com|org|biz|edu|gov|mil|cloud|lan|corp|intern(?:al)?|intra(?:net)?|home|private|local(?:domain)?|' +
    'test|example|invalid|(?-i:net)'
    $country = 'de|jp|uk|fr|nl|it|es|se|no|dk|fi|ch|at|be|eu|us|ca|au|nz|br|mx|kr|cn|tw|hk|in|sg|pl|cz|hu|' +
    'pt|ie|il|tr|za|ru|ua|gr|ro|li|lu|lt|lv|ee|sk|si|bg|hr|th|vn|ph|ar|cl|pe|ae|sa|eg|ng|ag|io|tv|cc|co|' +
    '(?-i:app|dev|global|group|tech|online|gmbh|solutions|company|industries|digital|consulting)'
    $part = "[$word][$word-]{0,61}\."
    $words = @(
        '(?<keep>S-1-(?:5-21|12-1)-0-0-0-\d{1,9}(?![\d-]))'
        '(?<keep>public ?key ?token\W{1,4}[0-9a-f]{16})'
        'PuTTY-User-Key-File-\d:(?<secret>(?:(?!Private-MAC)[\s\S]){1,16384})'
        '(?<secret>eyJ[\w.=-]{8,})'
        '(?<key>(?:[A-Z0-9]{5}-){4}[A-Z0-9]{5}|(?:\d{6}-){7}\d{6})(?![A-Z0-9-])'
        '(?<secret>(?-i:AKIA|ASIA)[A-Z0-9]{16})(?!\w)'
        '(?<secret>(?:GOCSPX-|gh[oprsu]_|github_pat_|glpat-|xox[abeprs]-|npm_|sk_live_|ya29\.|(?-i:AIza))' +
        '[\w-]{16,})'
        '(?:bearer|basic|negotiate|ntlm|kerberos)[ \t]{1,4}' +
        '(?<secret>(?=[a-z~+/_.=-]{0,200}\d|[a-z0-9+/]{0,200}=)[\w.~+/=-]{8,})'
        'net1?(?:\.exe)?"? use (?:[a-z*]:? )?\\\\(?<computer>[^\\\s]{1,100})(?:\\\S{0,200})? ' +
        '(?<secret>[^\s/]\S{0,200})(?= {1,4}/u)'
        'net1?(?:\.exe)?"? user "?(?<user>[^\s"/]{1,64})"? (?<secret>[^\s"/]+)'
        'convertto-securestring[ \t]{1,4}(?:-string[ \t]{1,4})?' +
        '(?:"(?<secret>[^"\r\n]+)|''(?<secret>[^''\r\n]+)|(?<secret>[^\s"''$-]\S*))'
        '(?:pass(?:word|phrase|code)|(?:pass|kenn)wort) (?:is|was|ist|lautet|war) ' +
        '"?(?<secret>(?=[^\s"]{0,64}\d)[^\s",;]{4,256})'
        # A SID in binary.
        '(?<id>01[ ,-]?05[ ,-]?(?:00[ ,-]?){5}05[ ,-]?15[ ,-]?(?:00[ ,-]?){3}(?:[0-9A-F]{2}[ ,-]?){11,15}' +
        '[0-9A-F]{2})'
        '(?<id>g:\d{15,20})(?!\d)'
        '(?<sid>S-1-(?:5-21|12-1)(?:-\d{1,10}){1,14})'
        # Ids of this client: all others are of updates, products and interfaces.
        "(?<id>$guid)(?![0-9A-F])(?:(?<=(?:$($Label.id))(?:\W|%3D|%3A|%22|%7B|\bis\b|REG_SZ){1,60}?$guid)|" +
        "(?<=(?:microsoftonline\.com|\.windows\.net|/tenants|/devices|/users)(?:\\?/|%2F)$guid))"
        "(?<mail>[$word.+%'-]{1,64}(?:@|%40|&#64;|&#x40;|\\u0040|\uff20)(?!\dx\.)(?:[$word-]{1,63}\.){1,8}" +
        "(?!(?:dll|exe|sys|mui|png|inf|cpl|ocx)\b)\p{L}{2,24})(?![$word])"
        '(?<ip>[0-9a-f]{0,4}(?:-[0-9a-f]{0,4}){2,7}(?:s\d{1,9})?\.ipv6-literal\.net)'
        '(?<ip>(?:[0-9a-f]\.){16,32})(?=ip6\.arpa)'
        'serial(?: (?:number|no\.?))?(?: is)? {1,20}(?<serial>(?=[a-z-]{0,20}\d)[A-Z0-9-]{5,40})(?!\w)'
        'USB(?:STOR)?[\\#]{1,2}[\w&.-]{1,120}[\\#]{1,2}(?<serial>[0-9A-Z]{6,64})(?![0-9A-Z]|&[^0])'
        # Names of people: domain\name, a name in a directory, a name after a word that says so.
        "(?<![\\/:.%~&{}$-])(?:(?!(?-i:$places)\\)(?<domain>(?-i:[A-Z][A-Z0-9-]{1,14}))(?:\\{1,2}|%5C)|" +
        "(?<domain>(?:[$word-]{1,63}\.){1,6}\p{L}{2,24})\\{1,2})(?<user>$name)$end"
        '(?:user|owner|account|by|as|identity|principal|logon|credential)s?\W{1,3}' +
        "(?<domain>[$word-]{2,15})\\{1,2}(?<user>$name)$end"
        'CN=(?<user>(?:[^,=\\]|\\.){1,64})(?=(?:,(?:OU|CN)=[^,=]{1,64}){1,8},DC=)'
        "$people {1,2}$nobody(?<user>[\p{L}\p{N}][$word.-]{0,63}) (?:started|stopped|requested|logged|has|was|" +
        'is|initiated|installed|signed|cancell?ed|called|from|on|at|with|rebooted|restarted|removed|declined|' +
        'approved|does|did|cannot|could|failed)\b'
        "(?:(?:logged|signed) (?:on|in) as|running as|on behalf of) $nobody(?<user>[$word.\\@-]{0,63}[$word$])"
        "(?<user>$name)@(?!SSL\b)(?<domain>(?-i:[A-Z][A-Z0-9-]{2,14}))(?![$word.-])"
        # Hosts and networks.
        "(?:pinging|tracing route to) (?<computer>$server)"
        "(?!port:)(?<computer>[$word-]{2,63})(?=:853[01](?!\d))"
        "(?<![.\\/-])(?<computer>(?:$part){1,8}(?:$top)|(?:$part){2,8}(?:$country))(?![$word-]|\.\w)"
        '(?<mac>(?=[0-9-]{0,12}[A-F])(?=[A-F-]{0,12}\d)[0-9A-F]{6}-[0-9A-F]{6})(?![\w-])'
        '(?<![.:-])(?<mac>(?:[0-9A-F]{2}[:-]){5,7}[0-9A-F]{2}|(?:[0-9A-F]{4}\.){2}[0-9A-F]{4})(?![\w:-])'
        "(?<![.~])(?<ip>(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d))(?![\d~]|\.\d)"
        '(?<!\.)(?=(?:[0-9A-F]{1,4}(?::|%3A)){1,7}(?::|%3A)|(?:[0-9A-F]{1,4}(?::|%3A)){6})' +
        '(?<ip>(?:[0-9A-F]{0,4}(?::|%3A)){2,8}(?:(?:\d{1,3}\.){3}\d{1,3}|[0-9A-F]{1,4}|' +
        '(?<=::|%3A%3A))(?:%25[\w~-]{1,20}|%[\w~-]{1,20})?)(?![\p{L}\p{N}_]|:[0-9A-F])'
    )
    @{ Link = $links; Element = @($elements); List = @($link.List); Sign = $signs; Word = $words }
}
