# Counts the pseudonyms that stand for a value now, and a mail address as one too.
function Add-RedactionCount {
    param([Parameter(Mandatory)] [string] $Kind, [Parameter(Mandatory)] [string] $Text)
    $kinds = @(
        if ($Kind -eq 'mail') { 'mail' }
        if ($Kind -eq 'sid') { 'sid' }
        foreach ($match in [regex]::Matches($Text, '\{([a-z]+)-\d+\}')) { $match.Groups[1].Value }
    )
    foreach ($one in $kinds) { $script:RedactionCounts[$one] = 1 + $script:RedactionCounts[$one] }
}
