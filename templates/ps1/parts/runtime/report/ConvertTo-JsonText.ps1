# ASCII, so that no code page on its way can damage it.
function ConvertTo-JsonText {
    param([Parameter(Mandatory)] [AllowEmptyCollection()] [object] $InputObject)
    $json = ConvertTo-Json -InputObject $InputObject -Depth 6
    [regex]::Replace($json, '[^\x00-\x7f]', { param($match) '\u{0:x4}' -f [int] [char] $match.Value })
}
