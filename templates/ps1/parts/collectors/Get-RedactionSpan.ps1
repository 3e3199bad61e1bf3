# What of a match is to be replaced by what, in order: { Index, Length, Text }.
function Get-RedactionSpan {
    [CmdletBinding()]
    [OutputType([psobject])]
    param([Parameter(Mandatory)] [Text.RegularExpressions.Match] $Match, [switch] $IsVersion)
    if ($Match.Groups['keep'].Success) { return }
    $kinds = 'key', 'secret', 'id', 'sid', 'mail', 'serial', 'user', 'profile', 'computer', 'domain', 'network', 'mac', 'ip', 'phone'
    $found = foreach ($kind in $kinds) {
        if ($IsVersion -and $kind -eq 'ip' -or -not $Match.Groups[$kind].Success) { continue }
        foreach ($one in $Match.Groups[$kind].Captures) {
            $text = Get-Pseudonym -Kind $kind -Value $one.Value
            if ($text -cne $one.Value) { [pscustomobject]@{ Index = $one.Index; Length = $one.Length; Text = $text } }
        }
    }
    $found | Sort-Object -Property Index
}
