# Runs a script that writes a report: { ExitCode, Report }. A preview writes no file, so it shows the report.
function Invoke-ProductReport {
    param(
        [string] $Engine,
        [string] $Script,
        [string[]] $ArgumentList = @()
    )
    $file = [IO.Path]::Combine([IO.Path]::GetTempPath(), "mendsheet-$([guid]::NewGuid()).json")
    $with = @{
        Engine       = $Engine
        Script       = $Script
        ArgumentList = $ArgumentList + '-OutputFormat', 'Json', '-OutputPath', $file
    }
    $ended = Invoke-ProductScript @with
    $text = if (Test-Path -LiteralPath $file) { [IO.File]::ReadAllText($file) } else { $ended.Lines -join "`n" }
    Remove-Item -LiteralPath $file -ErrorAction SilentlyContinue
    [pscustomobject]@{ ExitCode = $ended.ExitCode; Report = ConvertFrom-Json -InputObject $text }
}
