# What logs and settings call a value that tells who somebody is or lets somebody in: a pattern for each kind. A
# label may end a longer word, as in ProxyPassword. The words of Japanese and German Windows stand in codes.
function Get-RedactionLabel {
    $labels = @{
        # A token that identifies the key of an assembly is no secret.
        secret   = @(
            '(?:pass|kenn)w(?:or[dt]|d)(?:[_-]?(?:hash|salt|text|value|plain|old|new)|\d|[dmot](?![a-z]))?'
            'pass(?:phrase|code)', 'pwd', 'psk', '(?:decryption|validation)[_ -]?key'
            'secret(?:[_-]?(?:key|value|text))?', '(?<![a-z])token'
            '(?:access|refresh|id|auth|session|sas|bearer|csrf|device|user|security)[_-]?token'
            'x-functions-key', 'key content'
            '(?:api|account|sharedaccess|storage|subscription|private)[_ -]?key(?:[_-]?value)?'
            '(?:shared|network|encryption|master)[_ -]?key(?:[_-]?value)?'
            'shared[_ -]?access[_ -]?signature', 'connection[_ -]?string', 'key[_ -]?material'
            'saml(?:response|assertion)', 'client[_-]?assertion', 'code[_-]?verifier'
            '(?:device|user)[_-]?ticket', '(?<![a-z])(?:otp|credentials?)', '(?:secret[_ -]?)?access[_ -]?key'
            '(?:partial[_ -]?)?product[_ -]?key'
            # Made of the hardware.
            'sus[ _-]?client[ _-]?id[ _-]?validation', 'contenu de la cl\u00e9'
            '(?:one[_ -]?time|verification|recovery)[_ -]?(?:code|key|password)', 'schl\u00fcsselinhalt'
            '\u30d1\u30b9\u30ef\u30fc\u30c9', '\u4e3b\u8981\u306a\u30b3\u30f3\u30c6\u30f3\u30c4'
        )
        user     = @(
            '(?:user|account|logon|login|sign-?in|sam[ _-]?account|principal)[ _-]?name'
            '(?<![a-z])(?:user|upn|login)', 'user[_-]?id'
            'last[ _-]?logged[ _-]?on(?:sam)?[ _-]?(?:user|display[ _-]?name)', '(?:given|sur|full)[ _-]?name'
            'registered[ _-]?(?:owner|organization)', '(?:user|owner|account|login)[ _-]?e-?mail'
            'benutzer(?:name)?', 'kontoname', '\u30e6\u30fc\u30b6\u30fc(?:\u540d)?'
            '\u30a2\u30ab\u30a6\u30f3\u30c8\u540d'
        )
        computer = @(
            '(?:computer|machine|host|workstation|client|server|net[ _-]?bios|node|dns[ _-]?host|pc)[ _-]?name'
            '(?<![a-z])(?:computer|workstation|machine|host|hostname|proxy|wsus|dhcp|dc)', 'logon[ _-]?server'
            '(?:proxy|wu(?:status)?|wsus|dhcp|dns|update|status|distribution|management)[ _-]?host'
            '(?:proxy|wu(?:status)?|wsus|dhcp|dns|update|status|distribution|management)[ _-]?server(?:\(s\))?'
            'update[ _-]?service[ _-]?url(?:[ _-]?alternate)?', 'proxy[ _-]?(?:override|bypass(?:[ _-]?list)?)'
            'bypass[ _-]?list', '(?:ntp|alternate)[ _-]?server'
            '\u30d7\u30ed\u30ad\u30b7 ?\u30b5\u30fc\u30d0\u30fc'
            '\u30d0\u30a4\u30d1\u30b9\u4e00\u89a7', 'umgehungsliste'
            'domain[ _-]?controller', 'rechnername', '\u30b3\u30f3\u30d4\u30e5\u30fc\u30bf\u30fc(?:\u540d)?'
        )
        domain   = @(
            'domain(?:[ _-]?(?:name|suffix))?', 'work[ _-]?group', 'dns[ _-]?suffix', 'forest[ _-]?name'
            'search[ _-]?list', '\u30c9\u30e1\u30a4\u30f3(?:\u540d)?', 'dom\u00e4ne'
        )
        network  = @(
            # A ProcessId, an AccessId and a ClassId end in these letters too.
            '(?<![a-z])(?:network|wlan|wi-?fi|hidden|current|connected)?[ _-]?ssid(?:[ -]name)?'
            '(?-i:(?<=[a-z])SSID)'
            '(?:all|current) user profile', 'profil f\u00fcr alle benutzer'
            '\u3059\u3079\u3066\u306e\u30e6\u30fc\u30b6\u30fc \u30d7\u30ed\u30d5\u30a1\u30a4\u30eb'
            '(?:network|wlan|wi-?fi|wireless)[ _-]?(?:profile)?[ _-]?name'
            '(?<![a-z])profile[ _-]?name'
        )
        serial   = @(
            'serial(?:[ _-]?(?:number|no\.?|#))?', '(?:service|asset)[ _-]?tag', 'identifying[ _-]?number'
            '(?<![a-z])(?:imei|meid|imsi|iccid|s/n)', 'seriennummer', '\u30b7\u30ea\u30a2\u30eb\s?\u756a\u53f7'
        )
        mac      = @(
            '(?<![a-z])mac', '(?:mac|physical|network)[ _-]?address', 'bssid', 'hwaddr'
            '(?:dhcpv6[ _-]?)?client[ _-]?duid'
        )
        id       = @(
            '(?:sus|ping|sqm)[ _-]?(?:client|machine)?[ _-]?id', '(?<![a-z])client[ _-]?id', 'domain[ _-]?guid'
            '(?:machine|hardware|computer|user)[ _-]?(?:gu)?id', '(?:system|product|bios)[ _-]?uuid'
            'enrol?lment[ _-]?id', 'device[ _-]?id', 'tenant(?:[ _-]?(?:gu)?id)?'
            '(?:aad|azure|entra)[ _-]?object[ _-]?id', '(?<![a-z])(?:tid|oid)', 'org(?:anization)?[ _-]?id'
        )
    }
    foreach ($kind in @($labels.Keys)) { $labels[$kind] = $labels[$kind] -join '|' }
    $labels
}
