# Makes ready what Protect-Text goes by: one pattern with a group for each kind, and what names nobody.
function Start-Redaction {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '',
        Justification = 'Makes objects in memory.')]
    param()
    $script:RedactionException = Get-RedactionException
    $script:RedactionMemory = New-Object -TypeName 'System.Collections.Generic.Dictionary[string, string]'
    # Whom this script itself asks is no secret, and checks go by it.
    $script:RedactionHosts = @{}
    foreach ($match in [regex]::Matches([IO.File]::ReadAllText($PSCommandPath), '://([\w-]+(?:\.[\w-]+)+)')) {
        $script:RedactionHosts[$match.Groups[1].Value] = $true
    }
    $labels = Get-RedactionLabel
    $known = Get-KnownName
    $names = @{}
    foreach ($kind in $known.Keys) {
        $names[$kind] = @($known[$kind] | ForEach-Object { "$_".Trim(' ', '{', '}') } |
                Where-Object {
                    $common = $script:RedactionException[$kind]
                    $_.Length -gt 1 -and -not ($common -and $common.IsMatch($_))
                } | Sort-Object -Unique | Sort-Object -Property Length -Descending)
    }
    # This PC is the first one everywhere.
    $script:RedactionPc = $names.computer
    foreach ($name in $names.computer) { $null = Get-Pseudonym -Kind computer -Value $name }
    # Two letters are a word too, and so is Windows: such names count where something says that they are names.
    $edges = '(?<![A-Za-z0-9])', '(?![A-Za-z0-9])'
    $whole = foreach ($kind in 'id', 'serial', 'user', 'computer', 'domain', 'network') {
        $long = @($names[$kind] | Where-Object { $_.Length -gt 2 } |
                ForEach-Object { [regex]::Escape($_) })
        if ($long) { "(?<$kind>$($edges[0])(?:$($long -join '|'))$($edges[1]))" }
    }
    $short = foreach ($name in $names.short) {
        "(?<user>$($edges[0])$([regex]::Escape($name))~\d(?:\.\w{1,3})?$($edges[1]))"
    }
    $tiny = foreach ($name in @($names.user | Where-Object { $_.Length -eq 2 })) {
        "\b(?:user|account|by|for|as|of|from|to|owner) (?<user>(?-i:$([regex]::Escape($name))))$($edges[1])"
        "(?<=[""'(\[])(?<user>(?-i:$([regex]::Escape($name))))(?=[""')\]])"
    }
    $users = @($names.user | ForEach-Object { [regex]::Escape($_) })
    $shapes = Get-RedactionShape -Label $labels -User $users
    $options = [Text.RegularExpressions.RegexOptions] 'IgnoreCase, CultureInvariant'
    # Most places are within words, where nothing can begin: they are passed by one look at the sign before.
    $all = @(
        "(?=[:=%])(?:$($shapes.Link -join '|'))"
        "(?=>)(?:$($shapes.Element -join '|'))"
        "(?=\s{1,8}REG_)(?:$($shapes.List -join '|'))"
        "(?=[^\p{L}\p{N}])(?:$($shapes.Sign -join '|'))"
        "(?<![\p{L}\p{N}_])(?:$($shapes.Word -join '|'))"
    )
    $all = $all + @($whole) + @($short) + @($tiny) -join '|'
    $limit = [timespan]::FromMinutes(10)
    $script:RedactionPattern = New-Object -TypeName regex -ArgumentList $all, $options, $limit
    $script:RedactionLabel = @{}
    foreach ($kind in 'secret', 'user', 'computer', 'domain', 'network', 'serial', 'id', 'mac') {
        $label = "(?:$($labels[$kind]))\z"
        $script:RedactionLabel[$kind] = New-Object -TypeName regex -ArgumentList $label, $options
    }
}
