# A text with pseudonyms in place of names. The same name gets the same pseudonym throughout a bundle.
function Protect-Text {
    [CmdletBinding()]
    [OutputType([string])]
    param([AllowEmptyString()] [string] $Text)
    $replace = {
        param($match)
        $kinds = 'key', 'secret', 'id', 'sid', 'mail', 'serial', 'user', 'computer', 'domain', 'network', 'mac',
        'ip'
        foreach ($kind in $kinds) {
            if (-not $match.Groups[$kind].Success) { continue }
            $name = "$kind $($match.Value.ToLowerInvariant())"
            if (-not $script:Pseudonyms.ContainsKey($name)) {
                $script:PseudonymCounts[$kind] = 1 + $script:PseudonymCounts[$kind]
                $script:Pseudonyms[$name] = "{$kind-$($script:PseudonymCounts[$kind])}"
            }
            return $script:Pseudonyms[$name]
        }
    }
    $script:RedactionPattern.Replace($Text, $replace)
}
