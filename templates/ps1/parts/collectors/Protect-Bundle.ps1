# Redacts what is text, names of files included, and takes out what is not, since nobody can tell what it holds.
function Protect-Bundle {
    $script:RedactionPattern = Get-RedactionPattern
    foreach ($file in @(Get-ChildItem -LiteralPath $script:BundleFolder -Recurse -File -Force)) {
        Write-Step -Id 2 -Text $file.Name
        try {
            $text = Read-BundleText -Path $file.FullName
            Remove-Item -LiteralPath $file.FullName -Force
            if ($null -eq $text) { Add-BundleOmission -Source $file.Name -Reason 'redaction' -Bytes $file.Length }
            else {
                $script:BundlePart = $file.Directory.Name
                $path = Add-BundlePath -Name (Protect-Text -Text $file.Name)
                [IO.File]::WriteAllText($path, (Protect-Text -Text $text))
            }
        }
        catch {
            Add-BundleProblem -Source $file.Name -Record $_
            Remove-Item -LiteralPath $file.FullName -Force -ErrorAction SilentlyContinue
        }
    }
    foreach ($entry in $script:BundleProblems.ToArray() + $script:BundleOmissions.ToArray()) {
        $entry.source = Protect-Text -Text $entry.source
    }
}
