# What of a match is to be replaced by what, in order: { Index, Length, Text }. Counts each place by its kind.
function Get-RedactionSpan {
    param([Parameter(Mandatory)] [Text.RegularExpressions.Match] $Match, [switch] $IsVersion)
    if ($Match.Groups['keep'].Success) { return }
    $kinds = 'secret', 'user', 'computer', 'domain', 'ip', 'profile', 'mail', 'sid', 'id', 'key', 'serial',
    'network', 'mac', 'phone'
    $found = foreach ($kind in $kinds) {
        $group = $Match.Groups[$kind]
        if (-not $group.Success -or $IsVersion -and $kind -eq 'ip') { continue }
        foreach ($one in $group.Captures) {
            # The same name stands in many lines.
            $text = ''
            $place = "$kind $($one.Value)"
            if (-not $script:RedactionMemory.TryGetValue($place, [ref] $text)) {
                $text = Get-Pseudonym -Kind $kind -Value $one.Value
                $script:RedactionMemory[$place] = $text
            }
            if ($text -ceq $one.Value) { continue }
            Add-RedactionCount -Kind $kind -Text $text
            [pscustomobject]@{ Index = $one.Index; Length = $one.Length; Text = $text }
        }
    }
    $found | Sort-Object -Property Index
}
