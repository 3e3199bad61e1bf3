# Whether a script carries a signature over the very bytes that are here. Who signed is for Windows to judge.
function Test-SignedScript {
    param([Parameter(Mandatory)] [string] $Path)
    $status = (Get-AuthenticodeSignature -LiteralPath $Path).Status
    $status -notin 'NotSigned', 'HashMismatch', 'NotSupportedFileFormat'
}
