# One line a check; lists within a cell are separated by semicolons.
function ConvertTo-ReportCsv {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [hashtable] $Report)
    $Report.Results | ForEach-Object -Process {
        $evidence = $_.Evidence
        $pairs = $evidence.Keys | Sort-Object | ForEach-Object -Process { "$_=$($evidence[$_] -join ',')" }
        [pscustomobject]@{
            Id       = $_.Id
            Item     = $_.Item
            Title    = $_.Title
            Status   = $_.Status
            Reason   = $_.Reason
            HResult  = $_.HResult -join '; '
            Evidence = @($pairs) -join '; '
            Before   = $_.Before
            Outcome  = $_.Outcome
            Failure  = $_.Failure
            Changes  = $_.Changes -join '; '
        }
    } | ConvertTo-Csv -NoTypeInformation
}
