# The bundle stays, so that it can be diagnosed elsewhere.
function Test-ProductCapture {
    param([string] $Engine, [string] $Script)
    $bundle = [IO.Path]::Combine([IO.Path]::GetTempPath(), "mendsheet-$([guid]::NewGuid()).zip")
    $with = @{
        Engine       = $Engine
        Script       = $Script
        ArgumentList = '-Redact', '-MaximumMegabytes', '50', '-OutputPath', $bundle
    }
    $ended = Invoke-ProductScript @with
    $seen = @{ ExitCode = $ended.ExitCode; Bundle = $bundle; HasCapture = $false; Noted = $null }
    if (Test-Path -LiteralPath $bundle) {
        $seen.Bytes = (Get-Item -LiteralPath $bundle).Length
        $seen.Sha256 = (Get-FileHash -LiteralPath $bundle).Hash
        $folder = $bundle -replace '\.zip$'
        Expand-Archive -LiteralPath $bundle -DestinationPath $folder
        $seen.HasCapture = Test-Path -LiteralPath "$folder\capture.json"
        $manifest = [IO.File]::ReadAllText([IO.Path]::Combine($folder, 'manifest.json'))
        $seen.Noted = (ConvertFrom-Json -InputObject $manifest).capture
        Remove-Item -LiteralPath $folder -Recurse -Force
    }
    @{ Outcome = if ($seen.HasCapture -and $ended.ExitCode -in 0, 2) { 'held' } else { 'broken' }; Seen = $seen }
}
