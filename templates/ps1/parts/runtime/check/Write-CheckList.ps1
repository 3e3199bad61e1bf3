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
            $width = ($list | ForEach-Object { $_.Id.Length } | Measure-Object -Maximum).Maximum
            $form = "{0,4}  {1,-$width}  {3,-7} {4,7} {5,-8} {6,-11} {7,-8} {2}"
            Write-Line -Text ($form -f @($list[0].PSObject.Properties | ForEach-Object { $_.Name }))
            foreach ($entry in $list) {
                Write-Line -Text ($form -f @($entry.PSObject.Properties | ForEach-Object { $_.Value }))
            }
        }
    }
}
