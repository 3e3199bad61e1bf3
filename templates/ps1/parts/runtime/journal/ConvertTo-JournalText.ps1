# What the format of the journal or batch could trip over is written as %XX of its UTF-8 bytes.
function ConvertTo-JournalText {
    param([string] $Text)
    if (-not $Text) { return '-' }
    if ($Text -eq '-') { return '%2D' }
    $encode = {
        param($match)
        -join ([Text.Encoding]::UTF8.GetBytes($match.Value) | ForEach-Object { '%{0:X2}' -f $_ })
    }
    # Whole runs of characters, so that surrogate pairs stay together.
    [regex]::Replace($Text, '[^A-Za-z0-9 \\:._(){}$,;=+@#~\[\]/&''-]+|^ +| +$', $encode)
}
