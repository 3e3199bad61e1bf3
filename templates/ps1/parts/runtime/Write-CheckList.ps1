function Write-CheckList {
    [CmdletBinding()]
    [OutputType([string], [pscustomobject])]
    param()
    $list = @(foreach ($row in $script:Checks) {
            [pscustomobject]@{
                Item    = $row.Item
                Id      = $row.Id
                Title   = Get-Message -Key "title.$($row.Id)"
                Default = $row.Id -in $script:DefaultChecks
            }
        })
    switch ($script:OutputFormat) {
        'Object' { $list }
        'Json' { ConvertTo-JsonText -InputObject $list }
        'Csv' { $list | ConvertTo-Csv -NoTypeInformation }
        default {
            $width = ($list | ForEach-Object -Process { $_.Id.Length } | Measure-Object -Maximum).Maximum
            foreach ($entry in $list) {
                Write-Line -Text ('{0,3}  {1}  {2}' -f $entry.Item, $entry.Id.PadRight($width), $entry.Title)
            }
        }
    }
}
