# { Text, Encoding, Head }, or nothing when it is no text. Logs are UTF-16 or UTF-8, with a mark or without, or in
# the code page of Windows. Head is what stands before the text: the mark, or the rest of a character that was cut.
function Read-BundleText {
    param([Parameter(Mandatory)] [string] $Path)
    $head = New-Object -TypeName 'byte[]' -ArgumentList 4096
    $stream = [IO.File]::OpenRead($Path)
    try { $count = $stream.Read($head, 0, 4096) } finally { $stream.Dispose() }
    $mark = if ($count -gt 1) { [BitConverter]::ToString($head, 0, [math]::Min(3, $count)) } else { '' }
    $wide = if ($mark -like 'FF-FE*') { 'little' } elseif ($mark -like 'FE-FF*') { 'big' } else { '' }
    $skip = if ($wide) { 2 } elseif ($mark -eq 'EF-BB-BF') { 3 } else { 0 }
    if (-not $wide) {
        # Letters of ASCII have a zero beside them in UTF-16. A trace can be large: its beginning has to do.
        $places = @{ 0 = $false; 1 = $false }
        for ($at = 0; $at -lt $count; $at++) { if ($head[$at] -eq 0) { $places[$at % 2] = $true } }
        if ($places[0] -and $places[1]) { return }
        if ($places[0]) { $wide = 'big' } elseif ($places[1]) { $wide = 'little' }
    }
    $bytes = [IO.File]::ReadAllBytes($Path)
    if ($wide) {
        $encoding = New-Object -TypeName Text.UnicodeEncoding -ArgumentList ($wide -eq 'big'), $false
        $text = $encoding.GetString($bytes, $skip, $bytes.Length - $skip)
        # With zeros in it, it is UTF-32 or no text. Without a mark it has to be whole.
        $none = if ($skip) { '\x00' } else { '[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]' }
        if ($text -match $none) { return }
    }
    else {
        if ([array]::IndexOf($bytes, [byte] 0) -ge 0) { return }
        $end = [math]::Min(3, $bytes.Length)
        while ($skip -lt $end -and ($bytes[$skip] -band 0xC0) -eq 0x80) { $skip++ }
        $encoding = New-Object -TypeName Text.UTF8Encoding -ArgumentList $false, $true
        try { $text = $encoding.GetString($bytes, $skip, $bytes.Length - $skip) }
        catch {
            $skip = 0
            $culture = [cultureinfo]::CurrentCulture
            $encoding = [Text.Encoding]::GetEncoding($culture.TextInfo.ANSICodePage)
            $text = $encoding.GetString($bytes)
        }
    }
    $head = New-Object -TypeName 'byte[]' -ArgumentList $skip
    [array]::Copy($bytes, $head, $skip)
    [pscustomobject]@{ Text = $text; Encoding = $encoding; Head = $head }
}
