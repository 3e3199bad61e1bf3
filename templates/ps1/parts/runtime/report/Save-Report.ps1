# Writes a report to a file, or into a folder under a name that no other PC or run has. Whether it was written:
# what was to be done is done, so a share that is away fails nothing.
function Save-Report {
    param([string] $Path, [hashtable] $Report, [string[]] $Line)
    $file = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path)
    $end = if ($script:OutputFormat -eq 'Text') { 'txt' } else { $script:OutputFormat.ToLowerInvariant() }
    $name = "$script:Product-$($Report.Device)-$($Report.Run).$end"
    # Spreadsheets and editors need the mark to see UTF-8; readers of JSON refuse it.
    $encoding = New-Object -TypeName Text.UTF8Encoding -ArgumentList ($script:OutputFormat -in 'Text', 'Csv')
    $bytes = $encoding.GetPreamble() + $encoding.GetBytes(($Line -join "`r`n") + "`r`n")
    try {
        if (Test-Path -LiteralPath $file -PathType Container) { $file = [IO.Path]::Combine($file, $name) }
        [IO.File]::WriteAllBytes($file, $bytes)
        Write-Notice -Key 'reportWritten' -With @{ Path = $file }
        $true
    }
    catch {
        Write-Notice -Key 'reportNotWritten' -With @{ Path = $file; Message = "$($_.Exception.Message)" }
        $script:Unsent = $name, $bytes
        $false
    }
}
