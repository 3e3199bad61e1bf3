function Write-Report {
    param(
        [psobject[]] $Result = @(),
        [Parameter(Mandatory)] [psobject] $Machine,
        [string] $Mode = $script:Phase,
        [string[]] $Change = @(),
        [psobject[]] $Generation = @(),
        [object] $Journal,
        [string] $Run = [guid]::NewGuid(),
        [string] $Follows = '*',
        [hashtable] $Diagnosis = (Get-Diagnosis -Result $Result),
        [psobject] $Answer,
        [string] $OutputPath
    )
    $count = @{ Ok = 0; Problem = 0; Unknown = 0; NotApplicable = 0 }
    foreach ($one in $Result) { $count[$one.Status]++ }
    $report = @{
        Device      = if ($OutputPath -or $script:OutputFormat -eq 'Json') { Get-DeviceId }
        Run         = $Run
        Follows     = $Follows
        Count       = $count
        Results     = @($Result)
        Machine     = $Machine
        Mode        = $Mode
        ExitCode    = $script:ExitCode
        Changes     = @($Change)
        Codes       = $Diagnosis.Codes
        Ranking     = $Diagnosis.Ranking
        Held        = $Diagnosis.Held
        Answer      = $Answer
        Generations = @($Generation)
        Journal     = $Journal
    }
    $lines = @(
        switch ($script:OutputFormat) {
            'Json' { ConvertTo-ReportJson -Report $report }
            'Html' { ConvertTo-ReportHtml -Report $report }
            'Csv' { ConvertTo-ReportCsv -Report $report }
            default { Format-TextReport -Report $report }
        }
    )
    # A preview writes nothing, so it shows the report; so does what could not be written.
    if ($OutputPath -and $Mode -ne 'preview') {
        if (Save-Report -Path $OutputPath -Report $report -Line $lines) { return }
    }
    # No columns where nobody looks at them.
    $isSeen = [Environment]::UserInteractive -and -not [Console]::IsOutputRedirected
    $width = if ($isSeen) { $Host.UI.RawUI.WindowSize.Width - 1 } else { 0 }
    switch ($script:OutputFormat) {
        'Text' { $lines | ForEach-Object { Write-ReportLine -Text $_ -Width $width } }
        'Object' { $report.Results }
        default { $lines }
    }
}
