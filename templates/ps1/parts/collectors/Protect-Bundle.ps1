# Redacts what is text, names of files included, and takes out what is not, since nobody can tell what it holds. A
# text keeps its encoding, and one without names its bytes.
function Protect-Bundle {
    Start-Redaction
    foreach ($file in @(Get-ChildItem -LiteralPath $script:BundleFolder -Recurse -File -Force)) {
        Write-Step -Id 2 -Text $file.Name
        try {
            $read = Read-BundleText -Path $file.FullName
            if ($null -eq $read) {
                Remove-Item -LiteralPath $file.FullName -Force
                Add-BundleOmission -Source $file.Name -Reason 'redaction' -Bytes $file.Length
                continue
            }
            $text = Protect-Text -Text $read.Text
            $name = Protect-Text -Text $file.Name
            if ($text -ceq $read.Text -and $name -ceq $file.Name) { continue }
            Remove-Item -LiteralPath $file.FullName -Force
            $script:BundlePart = $file.Directory.Name
            $bytes = $read.Encoding.GetBytes($text)
            $copy = [IO.File]::Create((Add-BundlePath -Name $name))
            try {
                $copy.Write($read.Head, 0, $read.Head.Length)
                $copy.Write($bytes, 0, $bytes.Length)
            }
            finally { $copy.Dispose() }
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
