# Exports the newest days of an event log in its own format, which keeps every field.
function Add-BundleEventLog {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string] $Channel, [ValidateRange(1, 365)] [int] $Days = 14)
    $file = Add-BundlePath -Name ($Channel.Replace('/', '-') + '.evtx')
    $query = "*[System[TimeCreated[timediff(@SystemTime) <= $([int64] $Days * 86400000)]]]"
    try {
        $splat = @{
            Path           = "$env:SystemRoot\System32\wevtutil.exe"
            ArgumentList   = 'export-log', $Channel, $file, "/query:$query", '/overwrite:true'
            TimeoutSeconds = 300
        }
        $answer = Invoke-ReadOnlyTool @splat
        # 15007: this Windows has no such log.
        if ($answer.ExitCode -notin 0, 15007) { throw "wevtutil: $($answer.ExitCode)" }
    }
    catch { Add-BundleProblem -Source $Channel -Record $_ }
}
