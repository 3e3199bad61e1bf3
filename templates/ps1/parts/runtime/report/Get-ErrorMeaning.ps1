# { Name, Meaning, Checks }. Of a code that the table lacks, only the Win32 code in it can be told.
function Get-ErrorMeaning {
    param([Parameter(Mandatory)] [string] $Code)
    $field = '([^|\r\n]*)'
    # Within a group that begins like the code, past rows of that group alone.
    $group = "(?m)^=$($Code.Substring(2, 4)) ?(\w*)\r?\n(?:[^=\r\n].*\n)*?"
    $row = [regex]::Match($script:ErrorCodes, "$group$($Code.Substring(6))\|$field\|$field\|$field\|$field")
    if ($row.Success) {
        $column = @{ en = 4; ja = 5 }
        $name = $row.Groups[1].Value + $row.Groups[2].Value
        $meaning = $row.Groups[$column[$script:Language]].Value
    }
    else {
        $name = ''
        # HRESULT_FROM_WIN32 of winerror.h
        $isWin32 = $Code -like '0x8007*'
        $with = @{ Number = if ($isWin32) { [Convert]::ToInt32($Code.Substring(6), 16) } else { 0 } }
        $meaning = Get-Message -Key $(if ($isWin32) { 'codeOfWin32' } else { 'codeUnknown' }) -With $with
    }
    $named = $row.Groups[3].Value -split ' '
    $rows = $script:Checks | Where-Object -FilterScript {
        "$($_.Item)" -in $named -or $_.Id -in $named -or $Code -in $_.Explains
    }
    [pscustomobject]@{
        Name    = $name
        Meaning = $meaning
        Checks  = @($rows | ForEach-Object -Process { $_.Id })
    }
}
