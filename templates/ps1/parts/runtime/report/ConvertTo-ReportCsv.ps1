# Lists within a cell are separated by semicolons.
function ConvertTo-ReportCsv {
    param([Parameter(Mandatory)] [hashtable] $Report)
    $names = 'Id', 'Item', 'Title', 'Status', 'Reason', 'HResult', 'Evidence', 'Before', 'Outcome', 'Failure',
    'Changes'
    $Report.Results | Select-Object -Property $names | ForEach-Object {
        $evidence = $_.Evidence
        $_.Evidence = $evidence.Keys | Sort-Object | ForEach-Object { "$_=$($evidence[$_] -join ',')" }
        foreach ($name in 'HResult', 'Evidence', 'Changes') { $_.$name = $_.$name -join '; ' }
        $_
    } | ConvertTo-Csv -NoTypeInformation
}
