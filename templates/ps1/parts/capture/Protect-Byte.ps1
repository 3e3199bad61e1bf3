# Bytes with x in place of names, in ASCII or UTF-16, so that lengths and places in them stay true.
function Protect-Byte {
    param([Parameter(Mandatory)] [AllowEmptyCollection()] [byte[]] $Byte)
    $copy = [byte[]] $Byte.Clone()
    foreach ($width in 1, 2) {
        $text = if ($width -eq 1) { [Text.Encoding]::GetEncoding(28591).GetString($copy) }
        else { [Text.Encoding]::Unicode.GetString($copy, 0, $copy.Length - $copy.Length % 2) }
        foreach ($match in $script:RedactionPattern.Matches($text)) {
            foreach ($span in Get-RedactionSpan -Match $match) {
                for ($at = $span.Index; $at -lt $span.Index + $span.Length; $at++) { $copy[$at * $width] = 120 }
            }
        }
    }
    , $copy
}
