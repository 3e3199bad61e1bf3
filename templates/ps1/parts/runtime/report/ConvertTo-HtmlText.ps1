# ASCII, so that no code page damages it. What could end a tag, turn the reading direction or break the page
# becomes harmless.
function ConvertTo-HtmlText {
    param([string] $Text)
    $high = '[\ud800-\udbff]'
    $low = '[\udc00-\udfff]'
    $unfit = '[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]'
    $plain = $Text -creplace '\r\n?', [char] 10 -creplace "$unfit|$high(?!$low)|(?<!$high)$low", [char] 0xfffd
    $encode = { param($match) '&#{0};' -f [char]::ConvertToUtf32($match.Value, 0) }
    [regex]::Replace($plain, "$high$low|[^\x20-\x7e]|[<>&\x22\x27\x60]", $encode)
}
