# Values that every PC has, by kind: they name nobody, and checks and readers go by them.
function Get-RedactionException {
    $nothing = '-', '\.', '\*+', 'n/a', 'none', 'null', '\(null\)', 'nil', 'empty', 'unknown', 'true', 'false',
    'yes', 'no', 'on', 'off', 'enabled', 'disabled', '\d{1,2}', '0x[0-9a-f]{1,8}', '%[\w()]{1,32}%?', '\$\w{1,32}',
    '\$\(\w{1,32}\)', '<\w{1,32}>'
    $sub = '(?:[\w-]+\.)*'
    $exceptions = @{
        secret   = @()
        user     = @(
            'public', 'default(?:account|user\d?|apppool| user)?', 'all users', '(?:local|network) ?service'
            '(?:local ?)?system', 'systemprofile', 'administrat[eo](?:r|ur)s?', 'guests?', 'gast', 'users?'
            'everyone', 'anonymous(?: logon)?', 'wdagutilityaccount', 'trustedinstaller', 'authenticated users'
            'interactive', '(?:dwm|umfd)-\d+', 'desktop\.ini', 'creator owner', 'self'
            's-1-(?!5-21|12-1)[\d-]{1,40}'
            'windows', 'microsoft', 'root', 'account', 'name'
        )
        computer = @(
            'localhost', 'localdomain', 'aka\.ms', 'device', 'systemroot', 'registry', 'basenamedobjects', 'driver'
            'filesystem', 'global', 'knowndlls', 'globalroot', 'pipe', 'mailslot', 'windows', 'program files'
            'users', 'https?', 'ftp', 'socks\d?', 'system32', 'direct', 'auto', 'automatic', 'wpad'
            'dosdevices', 'sessions', 'temp', 'registered', 'unc', 'microsoft[\w-]*'
            '(?:command|more|tree|chcp|mode|format|diskcomp|diskcopy|edit|graftabl|kb16|loadfix|win|krnl\w*)\.com'
            "$sub(?:microsoft|windowsupdate|windows|msftconnecttest|msftncsi|microsoftonline)\.com"
            "$sub(?:live|office|office365|outlook|bing|msn)\.com"
            "$sub(?:msocsp|digicert|verisign|symantec|symcb|thawte)\.com"
            "$sub(?:globalsign|entrust|usertrust|sectigo|godaddy)\.com"
            "$sub(?:azureedge|msedge|a-msedge|akadns|akamai|akamaized|edgekey|edgesuite|trafficmanager)\.net"
            "$sub(?:windows|office)\.net", "$sub(?:w3|xmlsoap|openxmlformats|oasis-open|ietf|json-schema)\.org"
            "${sub}microsoft"
            '(?:microsoft|windows|system|asp|vb)(?:\.[\w-]+)*\.(?:net|internal|private|home|cloud|com|test)'
        )
        domain   = @(
            'nt (?:authority|service)', 'nt-autorit\u00e4t', 'authority', 'builtin', 'service', 'workgroup'
            'window manager', 'font driver host', 'iis apppool', 'azuread', 'microsoftaccount'
            'nt virtual machine', 'localdomain', 'local', 'com', 'nt', 'hk\w+', 'microsoft[\w-]*', 'windows'
            'software', 'system'
        )
        network  = @('default', 'wi-?fi', 'ethernet(?: \d+)?', 'domain', 'public', 'private', 'wlan')
        serial   = @('0+', 'default string', 'to be filled by o\.e\.m\.', 'system serial number', 'x+',
            '0123456789')
    }
    # Names of storage, web sites and tenants are a customer's, although the rest of the host is Microsoft's.
    $exceptions['customer'] = @(
        '(?<name>[\w-]+)\.(?<zone>(?:blob|queue|table|file|dfs|web|servicebus|database)\.(?:core\.)?windows\.net)'
        '(?<name>[\w-]+)\.(?<zone>(?:(?:mail\.)?onmicrosoft|sharepoint)\.com|azurewebsites\.net|vault\.azure\.net)'
        '(?<name>[\w-]+)\.(?<zone>mail\.protection\.outlook\.com)'
        '(?<name>[\w-]+)\.(?<zone>cloudapp\.(?:azure\.com|net)|[\w-]+\.cloudapp\.azure\.com)'
    )
    $options = [Text.RegularExpressions.RegexOptions] 'IgnoreCase, CultureInvariant'
    foreach ($kind in @($exceptions.Keys)) {
        $all = if ($kind -eq 'customer') { $exceptions[$kind] } else { $nothing + $exceptions[$kind] }
        $exceptions[$kind] = New-Object -TypeName regex -ArgumentList "\A(?:$($all -join '|'))\z", $options
    }
    $exceptions
}
