# The table of checks, with what a repair costs.
function Write-CheckList {
    $list = @(foreach ($row in $script:Checks) {
            [pscustomobject]@{
                Item       = $row.Item
                Id         = $row.Id
                Title      = Get-Message -Key "title.$($row.Id)"
                Risk       = $row.Risk
                Minutes    = $row.Minutes
                Restart    = $row.Restart
                Repairable = $row.Repairable
                Default    = $row.Id -in $script:DefaultChecks
            }
        })
    switch ($script:OutputFormat) {
        'Object' { $list }
        'Json' { ConvertTo-JsonText -InputObject $list }
        'Csv' { $list | ConvertTo-Csv -NoTypeInformation }
        default {
            $width = ($list | ForEach-Object -Process { $_.Id.Length } | Measure-Object -Maximum).Maximum
            $form = "{0,4}  {1,-$width}  {2,-7} {3,7} {4,-8} {5,-11} {6,-8} {7}"
            $names = 'Item', 'Id', 'Risk', 'Minutes', 'Restart', 'Repairable', 'Default', 'Title'
            Write-Line -Text ($form -f $names)
            foreach ($entry in $list) {
                $cells = foreach ($name in $names) {
                    $value = $entry.$name
                    if ($value -isnot [bool]) { $value } elseif ($value) { 'yes' } else { '-' }
                }
                Write-Line -Text ($form -f $cells)
            }
        }
    }
}
