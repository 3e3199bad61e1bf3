# A text with pseudonyms in place of names. The same name gets the same pseudonym throughout a bundle. What a
# detection tells by its form keeps it: who is a person's SID, which address a PC gave itself.
function Protect-Text {
    [CmdletBinding()]
    [OutputType([string])]
    param([AllowEmptyString()] [string] $Text, [switch] $IsVersion)
    # Nearly every text. PowerShell compiles a block for each call that takes one.
    if (-not $script:RedactionPattern.IsMatch($Text)) { return $Text }
    $kept = if ($IsVersion) { 'ip' } else { '' }
    $replace = {
        param($match)
        $kinds = 'key', 'secret', 'id', 'sid', 'mail', 'serial', 'user', 'computer', 'domain', 'network', 'mac',
        'ip'
        foreach ($kind in $kinds) {
            if (-not $match.Groups[$kind].Success) { continue }
            if ($kind -eq $kept) { return $match.Value }
            $name = "$kind $($match.Value.ToLowerInvariant())"
            if (-not $script:Pseudonyms.ContainsKey($name)) {
                $number = $script:PseudonymCounts[$kind] = 1 + $script:PseudonymCounts[$kind]
                $script:Pseudonyms[$name] = switch -Regex ("$kind $($match.Value)") {
                    '^sid (S-1-(?:5-21|12-1))' { "$($Matches[1])-0-0-0-$number" }
                    '^ip (169\.254\.|fe[89ab][0-9a-f]:)' { "$($Matches[1]){$kind-$number}" }
                    default { "{$kind-$number}" }
                }
            }
            return $script:Pseudonyms[$name]
        }
    }
    $script:RedactionPattern.Replace($Text, $replace)
}
