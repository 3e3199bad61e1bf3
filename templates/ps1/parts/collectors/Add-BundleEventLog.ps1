# The newest days of an event log: in its own format, which keeps every field and cannot be redacted, and as text.
function Add-BundleEventLog {
    param([Parameter(Mandatory)] [string] $Channel, [ValidateRange(1, 365)] [int] $Days = 14)
    $name = $Channel.Replace('/', '-')
    Write-Step -Id 2 -Text $name
    try {
        if ($script:IsRedacted) { Add-BundleOmission -Source "$name.evtx" -Reason 'redaction' }
        else {
            $file = Add-BundlePath -Name "$name.evtx"
            $query = "*[System[TimeCreated[timediff(@SystemTime) <= $([int64] $Days * 86400000)]]]"
            $splat = @{
                Path           = "$env:SystemRoot\System32\wevtutil.exe"
                ArgumentList   = 'export-log', $Channel, $file, "/query:$query", '/overwrite:true'
                TimeoutSeconds = 300
            }
            $answer = Invoke-ReadOnlyTool @splat
            Add-BundleMadeFile -Source "$name.evtx" -Path $file
            # 15007: this Windows has no such log.
            if ($answer.ExitCode -eq 15007) { return }
            if ($answer.ExitCode -ne 0) { throw "wevtutil: $($answer.ExitCode)" }
        }
        $events = @(Read-EventLog -Log $Channel -Since ([datetime]::UtcNow.AddDays(-$Days)) -MaxEvents 1000)
        if ($events.Count -eq 0) { return }
        $lines = foreach ($record in $events) {
            $time = $record.TimeCreated.ToUniversalTime().ToString('s') + 'Z'
            "$time $($record.Id) $($record.LevelDisplayName) $($record.ProviderName): $($record.Message)"
        }
        Add-BundleText -Name "$name.txt" -Text $lines
    }
    catch {
        if ($_.FullyQualifiedErrorId -like 'NoMatchingLogsFound*') { return }
        Add-BundleProblem -Source $Channel -Record $_
    }
}
