# Nothing when it is no text. Logs are UTF-16 with a mark, UTF-8, or in the code page of Windows.
function Read-BundleText {
    param([Parameter(Mandatory)] [string] $Path)
    $head = New-Object -TypeName 'byte[]' -ArgumentList 4096
    $stream = [IO.File]::OpenRead($Path)
    try { $count = $stream.Read($head, 0, 4096) } finally { $stream.Dispose() }
    if ($count -gt 1 -and "$($head[0..1])" -in '255 254', '254 255') { return [IO.File]::ReadAllText($Path) }
    # A trace can be large, so that its beginning has to do.
    if ($count -gt 0 -and [array]::IndexOf($head, [byte] 0, 0, $count) -ge 0) { return }
    $bytes = [IO.File]::ReadAllBytes($Path)
    if ([array]::IndexOf($bytes, [byte] 0) -ge 0) { return }
    # The end of a long file can begin within a character.
    $skip = 0
    while ($skip -lt [math]::Min(3, $bytes.Length) -and ($bytes[$skip] -band 0xC0) -eq 0x80) { $skip++ }
    $strict = New-Object -TypeName Text.UTF8Encoding -ArgumentList $false, $true
    try { $strict.GetString($bytes, $skip, $bytes.Length - $skip) }
    catch {
        $page = [Globalization.CultureInfo]::CurrentCulture.TextInfo.ANSICodePage
        [Text.Encoding]::GetEncoding($page).GetString($bytes)
    }
}
