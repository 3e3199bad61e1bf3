# { Name, Meaning, Checks }. A code that the table lacks says what is in it: an error of Win32 or an NTSTATUS, or
# else who gave it. What Windows Setup appends (0xC1900101-0x30018) names a phase and, in its last two digits, an
# operation.
function Get-ErrorMeaning {
    param([Parameter(Mandatory)] [string] $Code)
    $Code, $extend = $Code -split '-0x'
    $field = '([^|\r\n]*)'
    # Within a group that begins like the code, past rows of that group alone.
    $group = "(?m)^=$($Code.Substring(2, 4)) ?(\w*)\r?\n(?:[^=\r\n].*\n)*?"
    $row = [regex]::Match($script:ErrorCodes, "$group$($Code.Substring(6))\|$field\|$field\|$field\|$field")
    # English stands in front of the other language of this script.
    $language = if ($script:Language -eq 'en') { 1 } else { 2 }
    if ($row.Success) {
        $name = $row.Groups[1].Value + $row.Groups[2].Value
        $meaning = $row.Groups[3 + $language].Value
    }
    else {
        $name = ''
        # HRESULT_FROM_WIN32 and FACILITY_NT_BIT of winerror.h; 0xC0... is an NTSTATUS as it is.
        $value = [Convert]::ToInt64($Code, 16)
        $key = 'codeOfFacility'
        $with = @{ Number = [math]::Floor($value / 65536) -band 0x7ff }
        if ($Code -like '0x8007*') {
            $key = 'codeOfWin32'
            $with = @{ Number = $value -band 0xffff }
        }
        elseif ($Code -match '^0x[9BDF]|^0xC0') {
            $key = 'codeOfStatus'
            $with = @{ Status = '0x{0:X8}' -f ($value -band 0xefffffff) }
        }
        if (-not $script:ErrorCodes) { $key = 'codeUntold' }
        $meaning = Get-Message -Key $key -With $with
    }
    if ($extend) {
        $parts = foreach ($digits in $extend.Substring(0, 1), $extend.Substring(3)) {
            $below = "(?m)^=-\r?\n(?:[^=\r\n].*\n)*?$digits\|\|\|$field\|$field"
            [regex]::Match($script:ErrorCodes, $below).Groups[$language].Value
        }
        $meaning += " ($($parts -join ' / '))"
    }
    $named = $row.Groups[3].Value -split ' '
    $rows = $script:Checks | Where-Object {
        "$($_.Item)" -in $named -or $_.Id -in $named -or $Code -in $_.Explains
    }
    [pscustomobject]@{
        Name    = $name
        Meaning = $meaning
        Checks  = @($rows | ForEach-Object { $_.Id })
    }
}
