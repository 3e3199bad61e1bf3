# A Windows program that runs C:\stand-in.cmd with its own command line as arguments and ends with its exit code.
# Tests put copies of it where Windows keeps tools that Wine lacks, or has only as an empty shell.
# stand-in.ts holds the assembled bytes, so that no assembler is needed:
#   as -o stand-in.o stand-in.s && ld -Ttext=0x140001000 --oformat binary -e 0 -o stand-in.bin stand-in.o
        .intel_syntax noprefix
        .set base, 0x140000000
        .globl image
image:
        .long 0, 0, 0, library - base, imports - base
        .long 0, 0, 0, 0, 0
imports:
GetCommandLineW:      .quad name1 - base
CreateProcessW:       .quad name2 - base
WaitForSingleObject:  .quad name3 - base
GetExitCodeProcess:   .quad name4 - base
ExitProcess:          .quad name5 - base
        .quad 0
library: .asciz "kernel32.dll"
        .align 2
name1:  .asciz "\0\0GetCommandLineW"
        .align 2
name2:  .asciz "\0\0CreateProcessW"
        .align 2
name3:  .asciz "\0\0WaitForSingleObject"
        .align 2
name4:  .asciz "\0\0GetExitCodeProcess"
        .align 2
name5:  .asciz "\0\0ExitProcess"
        .align 2
prefix: .asciz "C:\\windows\\system32\\cmd.exe /d /c C:\\stand-in.cmd "
        .align 16
        .globl start
start:  sub rsp, 0x158
        lea rdi, [rip + line]
        lea rsi, [rip + prefix]
        xor eax, eax
1:      lodsb                           # the prefix is ASCII, a command line UTF-16
        test al, al
        jz 2f
        stosw
        jmp 1b
2:
        call [rip + GetCommandLineW]
        mov rsi, rax
3:      lodsw
        stosw
        test ax, ax
        jnz 3b
        lea rdi, [rsp + 0x60]           # STARTUPINFOW, 104 bytes, then PROCESS_INFORMATION, 24 bytes
        xor eax, eax
        mov ecx, 0x80
        rep stosb
        mov dword ptr [rsp + 0x60], 104
        xor ecx, ecx
        lea rdx, [rip + line]
        xor r8d, r8d
        xor r9d, r9d
        mov dword ptr [rsp + 0x20], 1   # its handles are inherited
        mov dword ptr [rsp + 0x28], 0
        mov qword ptr [rsp + 0x30], 0
        mov qword ptr [rsp + 0x38], 0
        lea rax, [rsp + 0x60]
        mov [rsp + 0x40], rax
        lea rax, [rsp + 0xc8]
        mov [rsp + 0x48], rax
        call [rip + CreateProcessW]
        mov rcx, [rsp + 0xc8]
        mov edx, -1
        call [rip + WaitForSingleObject]
        mov rcx, [rsp + 0xc8]
        lea rdx, [rsp + 0x50]
        call [rip + GetExitCodeProcess]
        mov ecx, [rsp + 0x50]
        call [rip + ExitProcess]
        .align 16
line:                                   # the rest of the section is zeros: 32 KiB for the command line
