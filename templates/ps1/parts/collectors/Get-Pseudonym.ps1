# What stands for a name of this kind; the same name has the same one in every file. A value that names nobody
# stays as it is; one with several names in it, such as DOMAIN\user, keeps its form.
function Get-Pseudonym {
    param([Parameter(Mandatory)] [string] $Kind, [Parameter(Mandatory)] [AllowEmptyString()] [string] $Value)
    $pseudonym = '\{[a-z]+-\d{1,9}\}|S-1-(?:5-21|12-1)-0-0-0-\d+'
    if ($Value -match "\A(?:\s*|(?:$pseudonym|[\\@./:%`$\s-])+)\z") { return $Value }
    if ($Kind -eq 'computer' -and $script:RedactionHosts.ContainsKey($Value)) { return $Value }
    # A customer's own name in front of Microsoft's.
    $own = if ($Kind -eq 'computer') { $script:RedactionException.customer.Match($Value) }
    if ($own -and $own.Success) {
        return "$(Get-Pseudonym -Kind domain -Value $own.Groups['name'].Value).$($own.Groups['zone'].Value)"
    }
    $exception = $script:RedactionException[$Kind]
    if ($exception -and $exception.IsMatch($Value.Trim())) { return $Value }
    # Accounts of a PC stand behind its name as others behind that of a domain.
    if ($Kind -eq 'domain' -and $Value -in $script:RedactionPc) { $Kind = 'computer' }
    switch ($Kind) {
        'profile' {
            if ($script:RedactionException.user.IsMatch($Value)) { return $Value }
            if ($Value -cmatch '\A(?<name>.+?)\.(?<domain>[A-Z][A-Z0-9-]{1,14})(?<number>(?:\.\d{3})?)\z') {
                $name, $domain, $number = $Matches.name, $Matches.domain, $Matches.number
                $first = Get-Pseudonym -Kind user -Value $name
                return "$first.$(Get-Pseudonym -Kind domain -Value $domain)$number"
            }
            if ($Value -match '\A(?<name>.+?)(?<number>\.\d{3})\z') {
                $name, $number = $Matches.name, $Matches.number
                return "$(Get-Pseudonym -Kind user -Value $name)$number"
            }
            return Get-Pseudonym -Kind user -Value $Value
        }
        'mail' {
            $null = $Value -match '\A(?<name>.+?)(?<at>@|%40|&#64;|&#x40;|\\u0040|\uff20)(?<domain>[^@]+)\z'
            $name, $at, $domain = $Matches.name, $Matches.at, $Matches.domain
            return "$(Get-Pseudonym -Kind user -Value $name)$at$(Get-Pseudonym -Kind domain -Value $domain)"
        }
        'user' {
            $part = '(?:(?!%5C)[^\\/:])+'
            if ($Value -match "\A(?<domain>$part)(?<between>\\{1,4}|%5C)(?<name>$part)\z") {
                $name, $between, $domain = $Matches.name, $Matches.between, $Matches.domain
                $first = Get-Pseudonym -Kind domain -Value $domain
                # Accounts of Windows itself have domains of their own.
                if ($first -ceq $domain -and $domain -match '\Ant |builtin|host|manager|apppool') { return $Value }
                return "$first$between$(Get-Pseudonym -Kind user -Value $name)"
            }
            if ($Value -match '\A[^@]+(?:@|%40)[^@\s]+\z') { return Get-Pseudonym -Kind mail -Value $Value }
            if ($Value -match '[\\/:]|%5C|\AS-1-\d') { return Protect-Text -Text $Value }
        }
        'computer' {
            $ending = $Value.Substring($Value.TrimEnd('.').Length)
            $bare = $Value.TrimEnd('.')
            if ($exception.IsMatch($bare)) { return $Value }
            if ($bare -match '\A[\d.]+\z' -and $bare -match '\.') { return Get-Pseudonym -Kind ip -Value $bare }
            $parts = $bare.Split('.')
            if ($parts.Count -eq 2 -and $parts[1].Length -gt 1) {
                return "$(Get-Pseudonym -Kind domain -Value $bare)$ending"
            }
            if ($parts.Count -gt 2) {
                $first = Get-Pseudonym -Kind computer -Value $parts[0]
                $rest = Get-Pseudonym -Kind domain -Value $bare.Substring($parts[0].Length + 1)
                return "$first.$rest$ending"
            }
        }
        'ip' { if (-not (Test-Address -Text $Value)) { return $Value } }
    }
    $plain = $Value
    if ($plain -match '%[0-9a-f]{2}') { $plain = [Net.WebUtility]::UrlDecode($plain) }
    $key = "$Kind $($plain.Trim().ToLowerInvariant())"
    if (-not $script:Pseudonyms.ContainsKey($key)) {
        $number = $script:PseudonymCounts[$Kind] = 1 + $script:PseudonymCounts[$Kind]
        $script:Pseudonyms[$key] = switch -Regex ("$Kind $Value") {
            '^sid (S-1-(?:5-21|12-1))' { "$($Matches[1])-0-0-0-$number" }
            '^ip (169\.254\.|fe[89ab][0-9a-f]:)' { "$($Matches[1]){$Kind-$number}" }
            default { "{$Kind-$number}" }
        }
    }
    $script:Pseudonyms[$key]
}
