# In lines of so many columns: broken at blanks and beside characters of two columns, so far in behind the first.
# A command stays whole, since it is there to be copied; what ends a sentence begins no line, and what opens a
# bracket ends none.
function Split-Line {
    param([AllowEmptyString()] [string] $Text, [Parameter(Mandatory)] [int] $Width, [int] $Indent)
    $end = '[\u3001\u3002\u300d\u30fc\uff1a):,.]*'
    $form = "\.\\\S+\.ps1.*|[\u300c(]*[\u2e80-\uffff]$end|[^\u2e80-\uffff ]+$end|\u0020+"
    $line = ''
    $used = 0
    foreach ($piece in [regex]::Matches($Text, $form)) {
        $columns = $piece.Length + [regex]::Matches($piece.Value, '[\u2e80-\uffff]').Count
        if ($used + $columns -gt $Width -and $line.Trim() -and $piece.Value.Trim()) {
            $line.TrimEnd()
            $line = ' ' * $Indent
            $used = $Indent
        }
        $line += $piece.Value
        $used += $columns
    }
    $line.TrimEnd()
}
