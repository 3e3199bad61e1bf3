# "HRESULT = 0x...", "HR=0x...", "hr: 0x...", "[gle=0x...]", "failed 0x...", "status: 0x...", "Error = 0x70",
# "HRESULT_FROM_WIN32(14098)" or with a name. E_FAIL says no more than that something failed.
function Get-LogCode {
    param([Parameter(Mandatory)] [AllowEmptyCollection()] [string[]] $Line)
    $found = New-Object -TypeName 'Collections.Generic.List[string]'
    $forms = '(?<![\w@])0x([8C][0-9A-F]{7})\b|(?:error|gle|hr|hresult)(?: =|[=:]) ?0x0*([0-9A-F]{1,4})\b|' +
    'HRESULT_FROM_WIN32\((?:(\d{1,5})|ERROR_(\w+))\)'
    foreach ($text in $Line) {
        foreach ($match in [regex]::Matches($text, $forms, 'IgnoreCase')) {
            $code = $match.Groups[1].Value
            $name = $match.Groups[4].Value
            $number = if ($match.Groups[2].Value) { [Convert]::ToInt32($match.Groups[2].Value, 16) }
            elseif ($match.Groups[3].Value) { [int] $match.Groups[3].Value }
            if ($number) { $code = '8007{0:X4}' -f $number }
            elseif ($name) {
                $group = "(?m)^=(8007) ERROR_\r?\n(?:[^=\r\n].*\n)*?([0-9A-F]{4})\|$name\|"
                $row = [regex]::Match($script:ErrorCodes, $group)
                $code = $row.Groups[1].Value + $row.Groups[2].Value
            }
            $code = "0x$($code.ToUpperInvariant())"
            if ($code.Length -ne 10 -or $code -eq '0x80004005' -or $found.Contains($code)) { continue }
            $found.Add($code)
        }
    }
    $found
}
