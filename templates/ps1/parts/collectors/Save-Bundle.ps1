# Writes the manifest and the zip file, and outputs the file.
function Save-Bundle {
    param([Parameter(Mandatory)] [psobject] $Machine, [string] $OutputPath, [hashtable] $Given = @{})
    $culture = [cultureinfo]::InvariantCulture
    $now = [datetime]::UtcNow
    if ($script:IsRedacted) { Protect-Bundle }
    $capture = Save-Capture -Given $Given
    $replaced = Get-RedactionReport
    Add-BundleReadMe -Replaced $replaced
    $files = foreach ($file in Get-ChildItem -LiteralPath $script:BundleFolder -Recurse -File -Force) {
        [ordered]@{
            path   = $file.FullName.Substring($script:BundleFolder.Length + 1).Replace('\', '/')
            bytes  = $file.Length
            sha256 = (Get-FileHash -LiteralPath $file.FullName -Algorithm SHA256).Hash
        }
    }
    $manifest = [ordered]@{
        format      = 'mendsheet-bundle/1'
        product     = $script:Product
        version     = $script:Version
        script      = "$script:ScriptName.ps1"
        finishedUtc = $now.ToString('yyyy-MM-ddTHH:mm:ssZ', $culture)
        build       = "$($Machine.Build).$($Machine.Revision)"
        elevated    = $Machine.Elevated
        redacted    = $script:IsRedacted
        replaced    = $replaced
        capture     = $capture
        files       = @($files)
        problems    = $script:BundleProblems.ToArray()
        omissions   = $script:BundleOmissions.ToArray()
    }
    $text = ConvertTo-JsonText -InputObject $manifest
    [IO.File]::WriteAllText((Join-Path -Path $script:BundleFolder -ChildPath 'manifest.json'), $text)
    # Nobody can have put something at a name that nobody knows.
    $name = "Mendsheet-$script:Product-$($now.ToString('yyyyMMdd-HHmmss', $culture))-$([guid]::NewGuid()).zip"
    $path = Join-Path -Path ([IO.Path]::GetTempPath()) -ChildPath $name
    if ($OutputPath) {
        $path = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($OutputPath)
    }
    $content = Get-ChildItem -LiteralPath $script:BundleFolder -Force | ForEach-Object { $_.FullName }
    # Windows PowerShell takes no other ending than .zip, and half a file must not pass for a whole one.
    $made = "$script:BundleFolder.zip"
    Compress-Archive -LiteralPath $content -DestinationPath $made -CompressionLevel Optimal -Force
    Move-Item -LiteralPath $made -Destination $path -Force
    if ($script:BundleOmissions.Count -gt 0) {
        Write-Notice -Key 'leftOut' -With @{ Count = $script:BundleOmissions.Count }
    }
    Write-Notice -Key 'collected' -With @{ Path = $path; Count = @($files).Count }
    Get-Item -LiteralPath $path
}
