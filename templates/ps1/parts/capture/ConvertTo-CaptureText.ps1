# JSON in ASCII, names in order, so that equal values are equal texts. ConvertTo-Json knows neither.
function ConvertTo-CaptureText {
    param([object] $Value)
    if ($null -eq $Value) { return 'null' }
    if ($Value -is [bool]) { return "$Value".ToLowerInvariant() }
    if ($Value -is [int] -or $Value -is [long]) { return [string] $Value }
    if ($Value -is [Collections.IDictionary]) {
        # A key can be called Keys itself.
        $names = [string[]] @(foreach ($pair in $Value.GetEnumerator()) { $pair.Key })
        [array]::Sort($names, [StringComparer]::Ordinal)
        $pairs = foreach ($name in $names) {
            (ConvertTo-CaptureText -Value $name) + ':' + (ConvertTo-CaptureText -Value $Value[$name])
        }
        return '{' + ($pairs -join ',') + '}'
    }
    if ($Value -is [Collections.IList]) {
        return '[' + (@(foreach ($one in $Value) { ConvertTo-CaptureText -Value $one }) -join ',') + ']'
    }
    $quoted = "$Value" -replace '["\\]', '\$0'
    # PowerShell compiles a block for each call that takes one, so only texts that need it are given to one.
    if ($quoted -match '[^\x20-\x7e]') {
        $quoted = [regex]::Replace($quoted, '[^\x20-\x7e]', {
                param($match)
                '\u{0:x4}' -f [int] [char] $match.Value
            })
    }
    """$quoted"""
}
