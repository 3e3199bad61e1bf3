# A list with commas, in ids of now.
function Get-CheckId {
    param([string[]] $Id)
    foreach ($each in @($Id) -split ',' -replace '^\s+|\s+$' -ne '') {
        $row = $script:Checks | Where-Object { $each -in $_['Formerly'] }
        if ($row) { $row.Id } else { $each }
    }
}
